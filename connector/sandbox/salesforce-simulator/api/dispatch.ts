import { OrgError } from '../org-error.ts';
import type { Answer, Exchange, Handle, Org } from './exchange.ts';
import { notFound } from '../org-error.ts';

/** A resource: its path below the version, with `:name` for what varies, and what each method does. */
export interface Route {
    readonly path: string;
    readonly methods: Readonly<Record<string, Handle>>;
}

interface Compiled extends Route {
    readonly pattern: RegExp;
    readonly names: readonly string[];
}

/** Finds the resource and runs it; an OrgError becomes the answer that an org gives. */
export type Dispatch = (exchange: Exchange) => Answer;

export function createDispatch(org: Org, routes: readonly Route[]): Dispatch {
    const compiled = routes.map(compile);
    return (exchange) => {
        try {
            return find(compiled, org, exchange);
        } catch (error) {
            if (error instanceof OrgError) return answerError(error);
            throw error;
        }
    };
}

function compile(route: Route): Compiled {
    const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
    return { ...route, names, pattern: new RegExp(`^${route.path.replaceAll(/:\w+/g, '([^/]+)')}/?$`, 'i') };
}

function find(routes: readonly Compiled[], org: Org, exchange: Exchange): Answer {
    for (const route of routes) {
        const match = route.pattern.exec(exchange.path);
        if (!match) continue;
        const handle = route.methods[exchange.method === 'HEAD' ? 'GET' : exchange.method];
        if (!handle) throw methodNotAllowed(exchange.method, Object.keys(route.methods));
        const params = Object.fromEntries(route.names.map((name, index) => [name, decode(match[index + 1] as string)]));
        return handle(org, exchange, params);
    }
    throw notFound();
}

function decode(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        throw notFound();
    }
}

function methodNotAllowed(method: string, allowed: readonly string[]): OrgError {
    const known = allowed.flatMap((name) => (name === 'GET' ? ['HEAD', 'GET'] : [name]));
    return new OrgError(
        405,
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${method}' not allowed. Allowed are ${known.join(',')}`
    );
}

/** The body of a refusal: a list with one entry, or the records' addresses when several were found. */
export function answerError(error: OrgError): Answer {
    if (error.status === 300) return { status: 300, body: error.extra.addresses };
    const { message, errorCode, fields } = error;
    return {
        status: error.status,
        body: [{ message, errorCode, ...(fields === undefined ? {} : { fields }), ...error.extra }]
    };
}
