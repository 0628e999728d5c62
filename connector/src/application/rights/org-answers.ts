const MINUTE = 60_000;
/** An answer of an org's counts for so long; after that nobody holds a right until the org answers again. */
const ANSWER_HOLDS = 10 * MINUTE;
/** How often an org is asked while somebody is at work, so that what is taken away is gone well before. */
const ASK_EVERY = 4 * MINUTE;
/** An org that does not answer is left alone for a while: each page would wait for it. */
const PAUSE = MINUTE / 2;
/** Answers that are remembered; what was answered first is forgotten first. */
const MOST = 5_000;

export interface Answered<Answer> {
    readonly answer: Answer;
    /** When it was asked for, in milliseconds since the epoch; at most ten minutes ago. */
    readonly atMs: number;
}

export interface Question<Answer> {
    /** What is asked about whom: one answer is remembered for each. */
    readonly about: string;
    /** @returns `undefined`: the org could not be asked */
    readonly ask: () => Promise<Answer | undefined>;
    /** Through which it is asked. Connected anew, an org may answer at once. */
    readonly through: unknown;
    /** Whether the org is asked although it was just asked. @param held at most four minutes old, where there is any */
    readonly isUrgent?: (held: Answered<Answer> | undefined, ageMs: number) => boolean;
}

/** What orgs say of rights. One memory for everybody who asks in this process. */
export interface OrgAnswers<Answer> {
    /** @returns `undefined` when the org could not be asked for ten minutes: then nobody holds the right */
    to(question: Question<Answer>): Promise<Answered<Answer> | undefined>;
    /** What was learnt otherwise, now. */
    learn(about: string, answer: Answer): Answered<Answer>;
    /** Milliseconds since the org was asked with success; `Infinity`: never. */
    ageOf(about: string): number;
}

/**
 * Asks orgs who may do what: at most every four minutes about the same, one question at a time, and not within half a
 * minute of one that it did not answer. An answer counts for ten minutes.
 *
 * @param onFailure told of an org that could not be asked
 */
export function orgAnswers<Answer>(
    nowMs: () => number,
    onFailure: (error: unknown, about: string) => void
): OrgAnswers<Answer> {
    const known = new Map<string, Answered<Answer>>();
    const failed = new Map<string, { readonly atMs: number; readonly through: unknown }>();
    const asking = new Map<string, Promise<void>>();
    // Either way: a clock that was set back makes no answer younger.
    const ageOf = (about: string): number => Math.abs(nowMs() - (known.get(about)?.atMs ?? -Infinity));
    const keep = (about: string, answered: Answered<Answer>): Answered<Answer> => {
        known.delete(about);
        known.set(about, answered);
        failed.delete(about);
        for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
        return answered;
    };
    const fail = (about: string, through: unknown): void => {
        if (failed.size > MOST) failed.clear();
        failed.set(about, { atMs: nowMs(), through });
    };
    const ask = async ({ about, ask: askOrg, through }: Question<Answer>): Promise<void> => {
        const atMs = nowMs();
        try {
            const answer = await askOrg();
            if (answer === undefined) fail(about, through);
            else keep(about, { answer, atMs });
        } catch (error) {
            fail(about, through);
            onFailure(error, about);
        }
    };
    const hasJustFailed = ({ about, through }: Question<Answer>): boolean => {
        const { atMs, through: before } = failed.get(about) ?? { atMs: -Infinity };
        return Math.abs(nowMs() - atMs) < PAUSE && before === through;
    };
    return {
        ageOf,
        learn: (about, answer) => keep(about, { answer, atMs: nowMs() }),
        async to(question) {
            const { about, isUrgent } = question;
            const isDue = ageOf(about) >= ASK_EVERY || isUrgent?.(known.get(about), ageOf(about)) === true;
            if (isDue && !hasJustFailed(question)) {
                const asked = asking.get(about) ?? ask(question).finally(() => asking.delete(about));
                asking.set(about, asked);
                await asked;
            }
            // Asked of the clock only now: the question may have taken long.
            return ageOf(about) < ANSWER_HOLDS ? known.get(about) : undefined;
        }
    };
}
