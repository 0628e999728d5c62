/** @throws {Error} naming the address and what it answered */
export async function getJson<T>(url: string, init?: RequestInit): Promise<T> {
    const response = await fetch(url, init);
    if (!response.ok)
        throw new Error(`${init?.method ?? 'GET'} ${url} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
}

export function postJson<T>(url: string, body: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return getJson<T>(url, { method: 'POST', headers, body: JSON.stringify(body) });
}
