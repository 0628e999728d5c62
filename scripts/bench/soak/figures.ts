/** What a connector holds. */
export interface Holding {
    /** Bytes of the process, as the system counts them. */
    readonly rss: number;
    /** Bytes of objects. */
    readonly heap: number;
    /** Open files and sockets. */
    readonly descriptors: number;
    /** Its connections as its database counts them. */
    readonly connections: number;
}

export interface Sample extends Holding {
    readonly minute: number;
    /** Right after its garbage was collected. */
    readonly isCollected: boolean;
}

export const FIGURES = ['rss', 'heap', 'descriptors', 'connections'] as const satisfies readonly (keyof Holding)[];

const MB = 1024 * 1024;

/**
 * What was seen within `span` minutes around a moment. Of memory the median, of the heap after a collection, because before
 * one it says when the collector came last; of what is open the least, because a pool grows and shrinks with what the machine
 * has to do at the moment, and what is never closed stays.
 */
export function around(samples: readonly Sample[], minute: number, span: number): Holding {
    const near = samples.filter((one) => Math.abs(one.minute - minute) <= span / 2);
    if (near.length === 0) throw new Error(`Nothing was seen around minute ${minute.toFixed(1)}.`);
    return {
        rss: median(near.map(({ rss }) => rss)),
        heap: median(near.filter(({ isCollected }) => isCollected).map(({ heap }) => heap)),
        descriptors: Math.min(...near.map(({ descriptors }) => descriptors)),
        connections: Math.min(...near.map(({ connections }) => connections))
    };
}

function median(values: readonly number[]): number {
    return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
}

export function lineOf(when: string, { rss, heap, descriptors, connections }: Holding): string {
    const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;
    return `${when}: ${megabytes(rss)} resident, ${megabytes(heap)} heap, ${descriptors} descriptors, ${connections} database connections`;
}
