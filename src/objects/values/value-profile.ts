/**
 * What differs between Python versions in the atoms' pure semantics, as data.
 * Functions whose answer depends on the version take a profile; all others do not.
 */
export type PythonMinor = 8 | 9 | 10 | 11 | 12 | 13;

export interface ValueProfile {
  readonly minor: PythonMinor;
  /** Rounds of SipHash per word and at the end: 2-4 up to 3.10, 1-3 since. */
  readonly sipRounds: { readonly word: number; readonly end: number };
  /** Since 3.10 hash(nan) is its address's hash; 0 before. */
  readonly nanHashesByAddress: boolean;
  /** Since 3.12 hash(None) is a constant; its address's hash before. */
  readonly noneHashIsConstant: boolean;
  /** Since 3.12 slices hash as tuples without their length; unhashable before. */
  readonly sliceHashes: boolean;
  /** The messages about too many digits say more since 3.11. */
  readonly digitLimitNames: boolean;
  /** Format specification 'z' (3.11). */
  readonly zOption: boolean;
  /** Since 3.10 the '0' before a width fills strings without aligning them as numbers. */
  readonly zeroFillsStrings: boolean;
  /** Since 3.11 a bad format specification is quoted in the message. */
  readonly quotesBadSpec: boolean;
  /** The largest index + 1 of the Unicode releases in unicode-data.ts that this version knows. */
  readonly unicodeRelease: number;
}

const UNICODE_RELEASE: Readonly<Record<PythonMinor, number>> = { 8: 0, 9: 1, 10: 1, 11: 2, 12: 3, 13: 4 };

function profileOf(minor: PythonMinor): ValueProfile {
  return {
    minor,
    sipRounds: minor >= 11 ? { word: 1, end: 3 } : { word: 2, end: 4 },
    nanHashesByAddress: minor >= 10,
    noneHashIsConstant: minor >= 12,
    sliceHashes: minor >= 12,
    digitLimitNames: minor >= 11,
    zOption: minor >= 11,
    zeroFillsStrings: minor >= 10,
    quotesBadSpec: minor >= 11,
    unicodeRelease: UNICODE_RELEASE[minor],
  };
}

const PROFILES = new Map<PythonMinor, ValueProfile>(
  ([8, 9, 10, 11, 12, 13] as const).map((minor) => [minor, profileOf(minor)]),
);

/** The profile of Python 3.`minor`. */
export function valueProfile(minor: PythonMinor): ValueProfile {
  return PROFILES.get(minor) as ValueProfile;
}
