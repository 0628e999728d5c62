import { reasons } from './reasons.ts';
import type { Answer, Sf } from './sf.ts';

/** One command that changes an org, and how to tell that it is done already. */
export interface Step {
    /** What it does, as a sentence without a full stop. */
    readonly says: string;
    readonly words: readonly string[];
    /**
     * @returns why nothing is left to do, if so
     * @throws {Error} when a person must put something right first
     */
    readonly done?: (sf: Sf) => Promise<string | undefined>;
    /** It puts the connector's address and the contact into the metadata that it sends. */
    readonly fills?: true;
    /** The option that is still wanted, for what cannot be undone. */
    readonly wants?: string;
    /** What to say of the answer. */
    readonly told?: (answer: Answer) => string;
}

export interface Run {
    readonly sf: Sf;
    readonly dryRun: boolean;
    readonly print: (line: string) => void;
}

/** How a person would type the command. */
function commandLine(words: readonly string[]): string {
    const quoted = words.map((word) => (/^[\w@.,/:=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`));
    return `npx sf ${quoted.join(' ')}`;
}

/**
 * Prints every step, then carries them out in order, leaving out those that are done already; stops at the first that
 * fails. A dry run prints only, and asks the CLI nothing; so does a step that still wants an option.
 *
 * @returns 0 when all is done, 1 when a step failed, 2 when an option is wanted
 */
export async function runSteps(steps: readonly Step[], { sf, dryRun, print }: Run): Promise<number> {
    steps.forEach((step, index) => print(`${index + 1}. ${step.says}\n   ${commandLine(step.words)}`));
    if (dryRun) {
        print('Dry run: nothing was done.');
        return 0;
    }
    const wanted = steps.find((step) => step.wants)?.wants;
    if (wanted) {
        print(`Nothing was done: this wants ${wanted}.`);
        return 2;
    }
    for (const [index, step] of steps.entries()) {
        const reason = await Promise.resolve(step.done?.(sf)).catch((error: unknown) =>
            error instanceof Error ? error : new Error('unknown', { cause: error })
        );
        if (reason instanceof Error) {
            print(`${index + 1}. Failed: ${reason.message}`);
            return 1;
        }
        if (reason) {
            print(`${index + 1}. Nothing to do: ${reason}.`);
            continue;
        }
        const answer = await sf(step.words);
        if (answer.status !== 0) {
            print(`${index + 1}. Failed: ${reasons(answer).join('\n   ')}`);
            return 1;
        }
        print(`${index + 1}. Done. ${step.told?.(answer) ?? ''}`.trimEnd());
    }
    return 0;
}
