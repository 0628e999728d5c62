import { ask, wireAdapter } from './org.js';

export const gql = (strings, ...values) => String.raw({ raw: strings }, ...values);

export const graphql = wireAdapter({
    isReady: ({ query }) => query !== undefined,
    load: ({ query, variables, operationName }) => ask('POST', '/graphql', { query, variables, operationName }),
    shape: (answer, fault, refresh) => ({
        data: answer?.data ?? undefined,
        errors: fault ? [{ message: messageOf(fault) }] : answer?.errors?.length ? answer.errors : undefined,
        refresh
    })
});

function messageOf(fault) {
    const bodies = [].concat(fault.body ?? []);
    return bodies.map(({ message }) => message).find(Boolean) ?? fault.message ?? `HTTP ${fault.status}`;
}
