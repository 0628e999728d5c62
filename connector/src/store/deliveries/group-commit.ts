interface Waiting<Item, Result> {
    readonly item: Item;
    readonly size: number;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
}

/**
 * Lets requests that arrive while a commit is under way share the next one: one disk write for all of them.
 *
 * A batch that fails is tried again one item at a time, so that one bad item never takes its neighbours with it.
 *
 * @param commit returns one result per item, in order, after the commit
 * @param limits most items, and most bytes (by `sizeOf`), of one commit; a larger item goes alone
 */
export function groupCommit<Item, Result>(
    commit: (items: readonly Item[]) => Promise<readonly Result[]>,
    sizeOf: (item: Item) => number,
    limits: { readonly items: number; readonly bytes: number }
): (item: Item) => Promise<Result> {
    const queue: Waiting<Item, Result>[] = [];
    let busy = false;

    function take(): Waiting<Item, Result>[] {
        let bytes = 0;
        let count = 0;
        for (const { size } of queue) {
            if (count > 0 && (count === limits.items || bytes + size > limits.bytes)) break;
            bytes += size;
            count += 1;
        }
        return queue.splice(0, count);
    }
    async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
        try {
            const results = await commit(batch.map(({ item }) => item));
            batch.forEach(({ resolve }, i) => resolve(results[i] as Result));
        } catch (error) {
            if (batch.length === 1) batch[0]?.reject(error);
            else for (const one of batch) await settle([one]);
        }
    }
    async function drain(): Promise<void> {
        while (queue.length > 0) await settle(take());
        busy = false;
    }

    return (item) =>
        new Promise((resolve, reject) => {
            queue.push({ item, size: sizeOf(item), resolve, reject });
            if (busy) return;
            busy = true;
            setImmediate(() => void drain());
        });
}
