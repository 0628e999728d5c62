import { z } from 'zod';
import { unexpectedAnswer, type Endpoint, type QuoClient, type Request } from './client.ts';

/** Reads `{ data: … }`. @throws {CodedError} `QUO-ANSWER` with the place that is not as we know it */
export function dataOf<S extends z.ZodType>(endpoint: string, shape: S, answer: unknown): z.infer<S> {
    const data: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'data') : undefined;
    const parsed = shape.safeParse(data);
    if (parsed.success) return parsed.data;
    throw unexpectedAnswer(endpoint, ['data', ...(parsed.error.issues[0]?.path ?? [])].join('.'));
}

/** Both surfaces' cursors; they are opaque and short-lived, so they are used at once and never kept. */
const cursor = z.object({ nextCursor: z.string().nullish(), nextPageToken: z.string().nullish() });

/** The largest page of the dated surface. */
const PAGE = 50;

/**
 * Pages of a list, in Quo's order, one request each. Items that cannot be read are passed over and counted.
 *
 * @throws {CodedError} `QUO-ANSWER` when a page repeats the cursor that led to it
 */
export async function* pages<S extends z.ZodType>(
    client: QuoClient,
    endpoint: Endpoint,
    shape: S,
    request: Request = {}
): AsyncGenerator<readonly z.infer<S>[]> {
    const size = endpoint.startsWith('GET /v1/') ? { maxResults: PAGE } : { limit: PAGE };
    const name = endpoint.startsWith('GET /v1/') ? 'pageToken' : 'after';
    let after: string | undefined;
    do {
        const query: Request['query'] = { ...size, ...request.query, [name]: after };
        const answer = await client.send(endpoint, { ...request, query });
        yield readable(client, endpoint, shape, dataOf(endpoint, z.array(z.unknown()), answer));
        const { nextCursor, nextPageToken } = cursor.parse(answer);
        const next = nextCursor ?? nextPageToken ?? undefined;
        if (next !== undefined && next === after) throw unexpectedAnswer(endpoint, 'the same page again');
        after = next === '' ? undefined : next;
    } while (after !== undefined);
}

/** One item in a shape that we do not know must not hide the others, nor stop the list for good. */
function readable<S extends z.ZodType>(
    client: QuoClient,
    endpoint: Endpoint,
    shape: S,
    items: readonly unknown[]
): readonly z.infer<S>[] {
    return items.flatMap((item) => {
        const parsed = shape.safeParse(item);
        if (!parsed.success) client.unreadable[endpoint] = (client.unreadable[endpoint] ?? 0) + 1;
        return parsed.success ? [parsed.data] : [];
    });
}

/** All of a list. */
export async function everyPage<S extends z.ZodType>(
    client: QuoClient,
    endpoint: Endpoint,
    shape: S,
    request: Request = {}
): Promise<readonly z.infer<S>[]> {
    const all: z.infer<S>[] = [];
    for await (const page of pages(client, endpoint, shape, request)) all.push(...page);
    return all;
}
