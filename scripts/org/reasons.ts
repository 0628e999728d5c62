import type { Answer } from './sf.ts';

/** What the CLI tells of a command that did not do all that it was asked; each command has its own shape. */
interface Refused {
    readonly details?: { readonly componentFailures?: readonly Failure[] | Failure };
    readonly failures?: readonly { readonly name?: string; readonly message?: string }[];
}

interface Failure {
    readonly fileName?: string;
    readonly fullName?: string;
    readonly problem?: string;
    readonly lineNumber?: number | string;
}

/** Lines to read: more of them have the same cause. */
const MOST = 20;

/** What to do first where the CLI says only what it lacks. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
    [/No authorization information found for (\S+?)\.?\s/, 'Sign in first: npx sf org login web --alias $1'],
    [/No default dev ?hub/i, 'Sign in to your Dev Hub first: npx sf org login web --set-default-dev-hub'],
    [/ENOENT/, 'The Salesforce CLI is not there: npm ci'],
    [
        /license doesn['’]t allow the permission/i,
        'Give the user the permission set licence Salesforce API Integration first: Setup → Users → the user → Permission Set License Assignments'
    ]
];

/** The CLI's advice is about its own command, not about the script. */
const OWN_HELP = /\s*See more help with --help\s*$/;

function failureLine({ fileName, fullName, problem, lineNumber }: Failure): string {
    const place = lineNumber === undefined ? '' : ` (line ${lineNumber})`;
    return `${fileName ?? fullName ?? 'the deployment'}${place}: ${problem ?? 'no reason given'}`;
}

function details(result: unknown): readonly string[] {
    const { details: deployed, failures = [] } = (result ?? {}) as Refused;
    const components = [deployed?.componentFailures ?? []].flat();
    return [
        ...components.map(failureLine),
        ...failures.map(({ name, message }) => `${name ?? ''}: ${message ?? 'no reason given'}`)
    ];
}

/** Why a command failed, as lines: what the CLI says, what it says of each part, and what to do first. */
export function reasons({ message, result }: Answer): readonly string[] {
    const said = message.replace(OWN_HELP, '').trim();
    const all = [...(said ? [said] : []), ...details(result)];
    const shown = all.length > MOST ? [...all.slice(0, MOST), `… and ${all.length - MOST} more`] : all;
    const remedies = REMEDIES.flatMap(([symptom, remedy]) => {
        const seen = symptom.exec(`${all.join('\n')} `);
        return seen ? [remedy.replace('$1', seen[1] ?? '')] : [];
    });
    return shown.length + remedies.length > 0 ? [...shown, ...remedies] : ['the CLI gave no reason'];
}
