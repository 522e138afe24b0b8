/** The step would raise an exception in Python, asks what no recording answers, or finds nothing to act on. */
export class Impossible extends Error {}
