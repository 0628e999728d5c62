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
    /**
     * The words with what only the org knows, such as ids; a dry run prints them as they stand.
     *
     * @throws {Error} when a person must put something right first
     */
    readonly finish?: (sf: Sf) => Promise<readonly string[]>;
    /** What it puts into the metadata that it sends: the connector's address, or the contact and the link of the app. */
    readonly fills?: 'connector' | 'app';
    /** Folder of the project to run it in; the repository's own when absent. */
    readonly folder?: string;
    /** What to do once the command succeeded. */
    readonly after?: () => void;
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
        const left = await leftToDo(step, sf).catch((error: unknown) =>
            error instanceof Error ? error : new Error('unknown', { cause: error })
        );
        if (left instanceof Error) {
            print(`${index + 1}. Failed: ${left.message}`);
            return 1;
        }
        if (typeof left === 'string') {
            print(`${index + 1}. Nothing to do: ${left}.`);
            continue;
        }
        const answer = await sf(left, step.folder);
        if (answer.status !== 0) {
            print(`${index + 1}. Failed: ${reasons(answer).join('\n   ')}`);
            return 1;
        }
        step.after?.();
        print(`${index + 1}. Done. ${step.told?.(answer) ?? ''}`.trimEnd());
    }
    return 0;
}

/** @returns the words of the command, or why there is nothing to do */
async function leftToDo(step: Step, sf: Sf): Promise<readonly string[] | string> {
    return (await step.done?.(sf)) ?? (await step.finish?.(sf)) ?? step.words;
}
