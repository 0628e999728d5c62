const UNRELEASED = '## Unreleased';

/**
 * The changelog with what was unreleased below a version, and an empty place for what comes next.
 *
 * @param date `YYYY-MM-DD`
 * @throws {Error} when there is no such heading, or nothing below it
 */
export function releaseChangelog(text: string, version: string, date: string): string {
    const lines = text.split('\n');
    const at = lines.indexOf(UNRELEASED);
    if (at < 0) throw new Error(`The changelog has no line "${UNRELEASED}".`);
    const next = lines.findIndex((line, n) => n > at && line.startsWith('## '));
    const below = lines.slice(at + 1, next < 0 ? undefined : next);
    if (below.every((line) => line.trim() === ''))
        throw new Error(`Nothing stands below "${UNRELEASED}": say first what changed for whoever runs it.`);
    return lines.toSpliced(at, 1, UNRELEASED, '', `## ${version}, ${date}`).join('\n');
}
