/**
 * What package-lock.json must hold beyond what npm writes by itself.
 *
 * Native tools come as one optional package per platform. npm leaves out of the lockfile those that it could not look
 * up while it wrote the file (some mirrors carry a single platform), and `npm ci` then refuses the lockfile. Here they
 * are found, and described as far as their parent and their name tell: the version, and the platform.
 * Always: for every package in the lockfile, each of its optional dependencies is in the lockfile too.
 */

export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface MissingPackage {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openbsd',
  'netbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

/** The optional dependencies that the lockfile names without describing. */
export function missingPackages(lockfile: Lockfile): MissingPackage[] {
  const missing: MissingPackage[] = [];
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(lockfile, path, name)) continue;
      missing.push({ path: `node_modules/${name}`, name, version, dev: entry.dev === true });
    }
  }
  return missing;
}

/** What the lockfile should say about a missing package: never an integrity, which only the package itself can give. */
function describe(missing: MissingPackage): LockedPackage {
  if (!/^\d+\.\d+\.\d+/.test(missing.version)) {
    throw new Error(
      `${missing.name}: wanted as ${missing.version}, and only an exact version can be locked unseen`,
    );
  }
  const words = (missing.name.split('/').at(-1) ?? missing.name).split('-');
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  if (os.length !== 1 || cpu.length !== 1)
    throw new Error(`${missing.name}: its name does not tell its platform`);
  const libc = words.flatMap((word) =>
    word.startsWith('musl') ? ['musl'] : word.startsWith('gnu') ? ['glibc'] : [],
  );
  return {
    version: missing.version,
    cpu,
    ...(missing.dev ? { dev: true } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    optional: true,
    os,
  };
}

/** The same lockfile with every missing package described, in npm's own order. */
export function complete<L extends Lockfile>(lockfile: L): L {
  const packages = { ...lockfile.packages };
  for (const missing of missingPackages(lockfile)) packages[missing.path] = describe(missing);
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lockfile, packages: Object.fromEntries(sorted) };
}

/** Looks where Node looks: in the package's own node_modules, then in those around it. */
function isLocked(lockfile: Lockfile, from: string, name: string): boolean {
  const folders = from.split('/node_modules/');
  for (let depth = folders.length; depth > 0; depth -= 1) {
    if (`${folders.slice(0, depth).join('/node_modules/')}/node_modules/${name}` in lockfile.packages)
      return true;
  }
  return `node_modules/${name}` in lockfile.packages;
}
