import { parseArgs } from 'node:util';

interface Option {
    /** What it is, and its default. */
    readonly help: string;
    /** Absent: a switch. */
    readonly value?: string;
    readonly fallback?: string;
}

export interface Command {
    readonly usage: string;
    /** What it will do. */
    readonly about: string;
    /** What it can be told to do, as its one word beside the options. */
    readonly words?: readonly string[];
    readonly options: Readonly<Record<string, Option>>;
}

/** Characters before the explanations. */
const WIDTH = 35;

export type Options = Readonly<Record<string, string | true | undefined>>;

const COMMON: Readonly<Record<string, Option>> = {
    'dry-run': { help: 'Print the commands and do nothing.' },
    help: { help: 'Print this.' }
};

/** The help text of a command: usage, what it does, every option. */
export function helpText(command: Command): string {
    const lines = Object.entries({ ...command.options, ...COMMON }).map(([name, option]) => {
        const left = `  --${name}${option.value ? ` <${option.value}>` : ''}`;
        const fallback = option.fallback === undefined ? '' : ` [${option.fallback}]`;
        return `${left.padEnd(WIDTH)} ${option.help}${fallback}`;
    });
    return [`Usage: ${command.usage}`, '', command.about, '', ...lines].join('\n');
}

/**
 * Reads the arguments of a command.
 *
 * @returns the options with their defaults, and what stands beside them
 * @throws {TypeError} when an option is unknown or lacks its value, or a word is not one of the command's
 */
export function readOptions(command: Command, args: readonly string[]): { options: Options; rest: readonly string[] } {
    const all = { ...command.options, ...COMMON };
    const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: Object.fromEntries(
            Object.entries(all).map(([name, option]) => [
                name,
                { type: option.value ? ('string' as const) : ('boolean' as const) }
            ])
        )
    });
    const known = command.words ?? [];
    const strange = positionals.find((one, index) => index >= (known.length > 0 ? 1 : 0) || !known.includes(one));
    if (strange !== undefined) throw new TypeError(`"${strange}" is nothing that this script knows.`);
    const options = Object.fromEntries(
        Object.entries(all).map(([name, option]) => {
            const value = values[name] ?? option.fallback;
            return [name, value === false ? undefined : value];
        })
    );
    return { options, rest: positionals };
}

/** An option that is a word, or nothing. */
export function word(options: Options, name: string): string | undefined {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
}
