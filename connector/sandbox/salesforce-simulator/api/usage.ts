const DAY = 86_400_000;

/** API calls of the last 24 hours, counted as an org counts them. */
export interface Usage {
    readonly max: number;
    used(): number;
    /** Counts a request; a GraphQL request counts once for each of its subqueries. */
    count(resource: string, calls?: number): void;
    /** Calls by resource since the last reset. */
    byResource(): Readonly<Record<string, number>>;
    /** As if this many calls had been made by others. */
    set(used: number): void;
    reset(): void;
}

export function createUsage(max: number, now: () => number): Usage {
    /** Calls by hour, so that a day's window does not need every single call. */
    let hours = new Map<number, number>();
    let resources = new Map<string, number>();
    let offset = 0;
    const hourOf = (): number => Math.floor(now() / 3_600_000);
    return {
        max,
        used: () => {
            const oldest = Math.floor((now() - DAY) / 3_600_000);
            let total = offset;
            for (const [hour, calls] of hours) {
                if (hour > oldest) total += calls;
                else hours.delete(hour);
            }
            return total;
        },
        count: (resource, calls = 1) => {
            hours.set(hourOf(), (hours.get(hourOf()) ?? 0) + calls);
            resources.set(resource, (resources.get(resource) ?? 0) + calls);
        },
        byResource: () => Object.fromEntries(resources),
        set: (used) => {
            hours = new Map();
            offset = used;
        },
        reset: () => {
            hours = new Map();
            resources = new Map();
            offset = 0;
        }
    };
}
