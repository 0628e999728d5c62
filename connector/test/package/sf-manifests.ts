import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from 'salesforce-metadata/source-tree.ts';

interface Manifest {
    readonly commands: Readonly<
        Record<string, { readonly flags: Readonly<Record<string, { readonly required?: boolean }>> }>
    >;
}

/** Flags that the CLI takes from its own settings when they are left out. */
const FROM_SETTINGS = new Set(['target-dev-hub', 'target-org']);

const MANIFESTS = fs
    .globSync('node_modules/@salesforce/plugin-*/oclif.manifest.json', { cwd: ROOT })
    .map((file) => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as Manifest);

/** What the pinned CLI does not know of a command line: the command, a flag, or a flag that it wants and is not there. */
export function unknownWords(words: readonly string[]): readonly string[] {
    const first = words.findIndex((word) => word.startsWith('--'));
    const id = (first < 0 ? words : words.slice(0, first)).join(':');
    const command = MANIFESTS.map((manifest) => manifest.commands[id]).find((found) => found !== undefined);
    if (!command) return [`${id} is no command`];
    const flags = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
    const unknown = flags.filter((flag) => !(flag in command.flags)).map((flag) => `${id} has no --${flag}`);
    const missing = Object.entries(command.flags)
        .filter(([flag, { required }]) => required === true && !flags.includes(flag) && !FROM_SETTINGS.has(flag))
        .map(([flag]) => `${id} wants --${flag}`);
    return [...unknown, ...missing];
}
