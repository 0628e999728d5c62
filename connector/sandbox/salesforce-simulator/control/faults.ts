import type { Answer } from '../api/exchange.ts';

/** What goes wrong with one request. */
export type Fault =
    | { readonly kind: 'latency'; readonly ms?: number }
    | { readonly kind: 'timeout-before'; readonly ms?: number }
    | { readonly kind: 'timeout-after'; readonly ms?: number }
    | { readonly kind: 'truncate' }
    | { readonly kind: 'answer'; readonly answer: Answer };

/** Which requests it goes wrong with, and how often. */
interface FaultRule {
    readonly fault: Fault;
    times: number;
    readonly method?: string;
    /** A part of the address. */
    readonly path?: string;
    /** A part of the Authorization header: one connection among several. */
    readonly token?: string;
    /** Requests to let through first. */
    skip: number;
}

export interface Faults {
    add(rule: FaultRule): void;
    clear(): void;
    pending(): readonly FaultRule[];
    /** The fault of this request, if one waits for it. */
    take(method: string, address: string, authorization: string): Fault | undefined;
}

export function createFaults(): Faults {
    let rules: FaultRule[] = [];
    const concerns = (rule: FaultRule, method: string, address: string, authorization: string): boolean =>
        (rule.method === undefined || rule.method === method) &&
        (rule.path === undefined || address.includes(rule.path)) &&
        (rule.token === undefined || authorization.includes(rule.token));
    return {
        add: (rule) => void rules.push(rule),
        clear: () => void (rules = []),
        pending: () => rules,
        take: (method, address, authorization) => {
            const rule = rules.find((known) => concerns(known, method, address, authorization));
            if (!rule) return undefined;
            if (rule.skip > 0) {
                rule.skip -= 1;
                return undefined;
            }
            rule.times -= 1;
            if (rule.times <= 0) rules = rules.filter((known) => known !== rule);
            return rule.fault;
        }
    };
}
