/** What an org answered: a status or a code, and how often. Never a name, an id or a number of the org. */
export interface Answered {
    readonly status: number;
    readonly body: unknown;
    readonly headers: Headers;
}

/** Asks the org over REST; the path is below `/services/data/vNN.0`. Throws only when the org cannot be reached. */
export type Call = (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>
) => Promise<Answered>;

/** Somebody else of the org: whom the connector works as, holders of a role, and one who holds none of our permission sets. */
export type Kind = 'integration' | 'rep' | 'manager' | 'stranger';

/** The org that a proof is run in, and what may be done there. */
export interface Trial {
    readonly call: Call;
    /** Others of the org, as far as somebody signed in as them. */
    readonly others: Readonly<Partial<Record<Kind, Call>>>;
    readonly namespace: string | undefined;
    /** A name of the package as it is called in this org. */
    readonly name: (own: string) => string;
    /** A key that no other record has; every record of a proof has one, or `MARK` in a text of its own. */
    readonly key: () => string;
    /** What the proof made, to be deleted at its end. Called with every id that an answer tells. */
    readonly made: (object: string, id: string) => void;
    /** Runs the job that archives old Tasks, where somebody can; no real org lets anybody. */
    readonly archive?: () => Promise<void>;
}

/** In the name or the subject of whatever a proof makes. */
export const MARK = 'Quo proof, safe to delete';

export type Seen = { readonly holds: boolean; readonly answered: string } | { readonly untried: string };

/** One thing that documents leave open or nobody saw, and how it is tried. */
export interface Point {
    /** Stable, so that two proofs can be compared. */
    readonly id: string;
    /** What the connector or the package relies on. */
    readonly assumes: string;
    /** What is done to find out. */
    readonly tries: string;
    readonly run: (trial: Trial) => Promise<Seen>;
}
