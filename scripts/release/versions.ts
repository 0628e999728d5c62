const PARTS = /^(\d+)\.(\d+)\.(\d+)$/;

/** @returns whether a version is later than another. @throws {Error} when one of them is no version */
export function isLater(version: string, than: string): boolean {
    const [ours, theirs] = [partsOf(version), partsOf(than)];
    const differing = ours.findIndex((part, n) => part !== theirs[n]);
    return differing >= 0 && (ours[differing] ?? 0) > (theirs[differing] ?? 0);
}

/** @throws {Error} when it is no version */
export function partsOf(version: string): readonly number[] {
    const [, ...parts] = PARTS.exec(version) ?? [];
    if (parts.length === 0) throw new Error(`A version is three numbers, like 1.2.0, not "${version}".`);
    return parts.map(Number);
}

/**
 * A `package.json` with another version, and so for the packages of this repository that it depends on. Everything else
 * stays as it is written.
 *
 * @param ours names of this repository's packages
 */
export function packageVersion(text: string, version: string, ours: readonly string[]): string {
    const own = text.replace(/^( +"version": ")[^"]*(")/m, `$1${version}$2`);
    return ours.reduce(
        (changed, name) =>
            changed.replace(new RegExp(`^( +"${name}": ")\\d+\\.\\d+\\.\\d+(")`, 'gm'), `$1${version}$2`),
        own
    );
}

interface Lock {
    version: string;
    readonly packages: Readonly<Record<string, Locked>>;
}

interface Locked {
    version?: string;
    readonly dependencies?: Record<string, string>;
}

/** The lock file with another version of this repository's packages. */
export function lockVersion(text: string, version: string, ours: readonly string[]): string {
    const lock = JSON.parse(text) as Lock;
    lock.version = version;
    for (const [place, entry] of Object.entries(lock.packages)) {
        if (place.includes('node_modules/')) continue;
        entry.version = version;
        for (const name of Object.keys(entry.dependencies ?? {}))
            if (ours.includes(name) && entry.dependencies !== undefined) entry.dependencies[name] = version;
    }
    return `${JSON.stringify(lock, null, 4)}\n`;
}

/** `sfdx-project.json` with the next version of the Salesforce package: its own build number is Salesforce's. */
export function projectVersion(text: string, version: string): string {
    const [major, minor] = partsOf(version);
    return text
        .replace(/("versionNumber": ")[^"]*(")/, `$1${version}.NEXT$2`)
        .replace(/("versionName": ")[^"]*(")/, `$1${major}.${minor}$2`);
}
