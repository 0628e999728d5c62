import { ADMIN_TOKEN } from '../pages/admin-token.ts';

export interface Answer {
    readonly status: number;
    readonly headers: Headers;
    readonly text: string;
    /** Where it leads, when it redirects. */
    readonly location: string;
}

/** A browser without a screen: cookies, forms with their hidden fields, redirects followed on our own pages. */
export interface Browser {
    get(path: string): Promise<Answer>;
    /** Sends a form of the page that was seen last, as a browser would: with its hidden fields. */
    submit(action: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Answer>;
    /** A request as it is, without any hidden field. */
    send(path: string, init: RequestInit): Promise<Answer>;
    readonly cookies: Map<string, string>;
    /** The page that was seen last. */
    readonly page: () => string;
    signInWithToken(token?: string): Promise<Answer>;
    /** Goes through the consent page of the simulated org. */
    consent(url: string, user: string, decision?: 'allow' | 'deny'): Promise<string>;
}

/** @param at where the console is */
export function browser({ connector }: { readonly connector: { readonly url: string } }, language = 'en'): Browser {
    const cookies = new Map<string, string>();
    let last = '';
    const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
        const headers = new Headers(init.headers);
        headers.set('accept-language', language);
        if (!headers.has('cookie'))
            headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
        const url = new URL(path, connector.url);
        const response = await fetch(url, { redirect: 'manual', ...init, headers });
        for (const line of response.headers.getSetCookie()) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
            if (value === '') cookies.delete(name);
            else cookies.set(name, value);
        }
        const text = await response.text();
        if (response.headers.get('content-type')?.includes('html') === true && text !== '') last = text;
        return {
            status: response.status,
            headers: response.headers,
            text,
            location: response.headers.get('location') ?? ''
        };
    };
    const follow = async (answer: Answer): Promise<Answer> => {
        let now = answer;
        for (let n = 0; n < 5 && now.status === 303 && now.location.startsWith('/'); n += 1)
            now = await send(now.location);
        return now;
    };
    const submit: Browser['submit'] = async (action, fields = {}) => {
        const form = formsOf(last).find((one) => one.action === action);
        if (form === undefined) throw new Error(`The page has no form ${action}:\n${last.slice(0, 3_000)}`);
        const body = new URLSearchParams(form.hidden);
        for (const [name, value] of Object.entries(fields)) {
            body.delete(name);
            for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
        }
        return follow(await send(action, { method: 'POST', body }));
    };
    return {
        cookies,
        send,
        submit,
        page: () => last,
        get: async (path) => follow(await send(path)),
        async signInWithToken(token = ADMIN_TOKEN) {
            await follow(await send('/sign-in'));
            return submit('/sign-in/token', { token });
        },
        async consent(url, user, decision = 'allow') {
            const asked = new URL(url);
            const form = new URLSearchParams([...asked.searchParams, ['user', user], ['decision', decision]]);
            const answer = await fetch(asked.origin + asked.pathname, {
                method: 'POST',
                body: form,
                redirect: 'manual'
            });
            const location = answer.headers.get('location') ?? '';
            return location.replace(connector.url, '');
        }
    };
}

function formsOf(page: string): { action: string; hidden: [string, string][] }[] {
    return [...page.matchAll(/<form[^>]*?action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
        ([, action = '', inner = '']) => ({
            action,
            hidden: [...inner.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g)].map(
                ([, name = '', value = '']): [string, string] => [name, unescaped(value)]
            )
        })
    );
}

function unescaped(text: string): string {
    return text
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
}
