/** Undo steps of the changes under way; every change to a table passes here, so any of them can be taken back. */
export interface Journal {
    /** Keeps the step for a roll-back; outside of `atomically` there is nothing to roll back to. */
    record(undo: () => void): void;
    /**
     * Runs changes that are kept together or not at all. Nested calls are savepoints.
     *
     * @throws what `change` throws, after taking its changes back
     */
    atomically<Result>(change: () => Result): Result;
}

export function createJournal(): Journal {
    const steps: (() => void)[] = [];
    let depth = 0;
    return {
        record: (undo) => {
            if (depth > 0) steps.push(undo);
        },
        atomically: (change) => {
            const mark = steps.length;
            depth += 1;
            try {
                return change();
            } catch (error) {
                while (steps.length > mark) steps.pop()?.();
                throw error;
            } finally {
                depth -= 1;
                if (depth === 0) steps.length = 0;
            }
        }
    };
}
