/**
 * What differs between Python versions in the atoms' pure semantics, as data: each line says what holds from which version on.
 * Functions whose answer depends on the version take a profile; all others do not.
 */
import { type AtVersion, atVersion, type Minor, since } from '../../heap/index.ts';

export type PythonMinor = Minor;

const TABLE = {
  /** Rounds of SipHash per word and at the end. */
  sipRounds: since({ 8: { word: 2, end: 4 }, 11: { word: 1, end: 3 } }),
  /** hash(nan) is its address's hash; 0 before. */
  nanHashesByAddress: since({ 8: false, 10: true }),
  /** hash(None) is a constant; its address's hash before. */
  noneHashIsConstant: since({ 8: false, 12: true }),
  /** Slices hash as tuples without their length; unhashable before. */
  sliceHashes: since({ 8: false, 12: true }),
  /** The messages about too many digits say more. */
  digitLimitNames: since({ 8: false, 11: true }),
  /** Format specification 'z'. */
  zOption: since({ 8: false, 11: true }),
  /** The '0' before a width fills strings without aligning them as numbers. */
  zeroFillsStrings: since({ 8: false, 10: true }),
  /** A bad format specification is quoted in the message. */
  quotesBadSpec: since({ 8: false, 11: true }),
  /** What a string's format specification with a space for a sign is refused for. */
  spaceSign: since({ 8: 'Sign', 9: 'Space' }),
  /** A comma may not be followed by another one. */
  refusesTwoCommas: since({ 8: true, 9: false }),
  /** The largest index + 1 of the Unicode releases in unicode-data.ts that this version knows. */
  unicodeRelease: since({ 8: 0, 9: 1, 11: 2, 12: 3, 13: 4 }),
  /** Modifier letters such as U+10FC are lower case (Unicode 15.0). */
  modifiersAreLower: since({ 8: false, 12: true }),
  /** More ideographs are numbers, and joiners go on an identifier (Unicode 15.1). */
  knowsUnicode151: since({ 8: false, 13: true }),
  /** random.getrandbits(0) is 0. */
  drawsNoBits: since({ 8: false, 9: true }),
  /** random.choices looks whether the weights' total is positive and finite. */
  checksWeights: since({ 8: false, 9: true }),
  /** The message of an empty random.randrange() has the numbers as they were given. */
  quotesEmptyRange: since({ 8: false, 12: true }),
  /** random.paretovariate raises to a negative power rather than dividing by a power. */
  paretoByNegativePower: since({ 8: false, 10: true }),
  /** Adding to a set fills the last dummy on the way. */
  setReusesDummies: since({ 8: true, 9: false, 10: true }),
  /** math.hypot and dist: correctly rounded, or with a compensated sum. */
  exactHypot: since({ 8: false, 10: true }),
  /** sum() of floats compensates. */
  sumCompensates: since({ 8: false, 12: true }),
  /** ''.replace('', x, n) with a count is '' whatever x is. */
  replaceLeavesEmpty: since({ 8: true, 9: false }),
  /** list.sort merges by powersort. */
  powersort: since({ 8: false, 11: true }),
  /** Runs of equal items count as descending or ascending, whichever goes on. */
  sortExtendsEqualRuns: since({ 8: false, 13: true }),
  /** float('') quotes two quotes, not the text as it was given. */
  quotesEmptyFloat: since({ 8: true, 10: false }),
  /** Errors of codecs other than Unicode's are worded anew by the registry (codecs.c:wrap_codec_error). */
  rewordsCodecErrors: since({ 8: true, 12: false }),
  intModuloByZero: since({ 8: 'integer division or modulo by zero', 11: 'integer modulo by zero' }),
  floatModuloByZero: since({ 8: 'float modulo', 13: 'float modulo by zero' }),
  floatFloorByZero: since({ 8: 'float divmod()', 9: 'float floor division by zero' }),
  /** '%c' of an int that fits no C long is no character, rather than one out of range. */
  largeIsNoCharacter: since({ 8: true, 10: false }),
  realNumber: since({ 8: 'a number', 10: 'a real number' }),
};

export type ValueProfile = AtVersion<typeof TABLE>;

const PROFILES = new Map<PythonMinor, ValueProfile>(
  ([8, 9, 10, 11, 12, 13] as const).map((minor) => [minor, atVersion(TABLE, minor)]),
);

/** The profile of Python 3.`minor`. */
export function valueProfile(minor: PythonMinor): ValueProfile {
  return PROFILES.get(minor) as ValueProfile;
}
