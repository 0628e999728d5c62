import { compositeReads, QUERIES_PER_COMPOSITE, type Part, type Subrequest } from './composite.ts';
import type { Session } from './session.ts';

/** A composite request takes 25 requests (REST API guide). */
const PARTS_PER_COMPOSITE = 25;
const QUERY = /\/query(?:All)?\/?\?/;

interface Waiting {
    readonly paths: readonly (string | Subrequest)[];
    readonly resolve: (parts: readonly Part[]) => void;
    readonly reject: (reason: unknown) => void;
}

/**
 * A session of which composite reads that are asked for in the same turn of the event loop share their requests: what a
 * connection needs at its start costs one API call instead of one each. Everything else goes as before.
 */
export function gatherReads(session: Session): Session {
    let waiting: Waiting[] = [];
    const sendAll = (): void => {
        const all = waiting;
        waiting = [];
        for (const group of groups(all)) void share(session, group);
    };
    return {
        ...session,
        reads: (paths) =>
            new Promise((resolve, reject) => {
                if (waiting.length === 0) setImmediate(sendAll);
                waiting.push({ paths, resolve, reject });
            })
    };
}

async function share(session: Session, group: readonly Waiting[]): Promise<void> {
    try {
        const parts = await compositeReads(
            session,
            group.flatMap(({ paths }) => paths)
        );
        let from = 0;
        for (const { paths, resolve } of group) resolve(parts.slice(from, (from += paths.length)));
    } catch (error) {
        for (const { reject } of group) reject(error);
    }
}

/** In the order asked, as many together as a composite request takes. */
function groups(all: readonly Waiting[]): readonly (readonly Waiting[])[] {
    const result: Waiting[][] = [];
    for (const one of all) {
        const last = result.at(-1);
        if (last !== undefined && fits([...last, one])) last.push(one);
        else result.push([one]);
    }
    return result;
}

function fits(group: readonly Waiting[]): boolean {
    const paths = group.flatMap((one) => one.paths);
    return (
        paths.length <= PARTS_PER_COMPOSITE &&
        paths.filter((path) => typeof path === 'string' && QUERY.test(path)).length <= QUERIES_PER_COMPOSITE
    );
}
