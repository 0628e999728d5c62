/** Counts the API requests that were made, by endpoint and by answer. */
export interface Tally {
    count(endpoint: string, status: number): void;
    read(): { total: number; byEndpoint: Record<string, number>; byStatus: Record<string, number> };
    clear(): void;
}

export function createTally(): Tally {
    const endpoints = new Map<string, number>();
    const statuses = new Map<string, number>();
    const add = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
    return {
        count(endpoint, status) {
            add(endpoints, endpoint);
            add(statuses, String(status));
        },
        read: () => ({
            total: [...endpoints.values()].reduce((sum, n) => sum + n, 0),
            byEndpoint: Object.fromEntries([...endpoints].sort()),
            byStatus: Object.fromEntries([...statuses].sort())
        }),
        clear() {
            endpoints.clear();
            statuses.clear();
        }
    };
}

/** `/calls/AC12…/recordings` is one endpoint with every other call's: ids become `{id}`. */
export function endpointOf(method: string, path: string): string {
    const parts = path.split('/').map((part) => (isId(part) ? '{id}' : part));
    return `${method} ${parts.join('/')}`;
}

function isId(part: string): boolean {
    return /^(AC|PN|US|SYU|WH|EV|CN|CR|VM|TK|msg_)\w+$/.test(part) || /^\d+$/.test(part) || /^[0-9a-f]{24}$/.test(part);
}
