import { profileNameOf } from '../rules/record-types.ts';
import { describeGlobalEntry, describeObject } from '../schema/describe.ts';
import { answerConditions } from '../api/conditional.ts';
import type { Handle } from '../api/exchange.ts';
import { objectAt } from '../api/lookup.ts';

/** `GET /sobjects`. */
export const describeGlobal: Handle = (org, exchange) => {
    const objects = org.state.schema.objects.filter((object) => exchange.caller.access.object(object).read);
    return {
        status: 200,
        body: {
            encoding: 'UTF-8',
            maxBatchSize: 200,
            sobjects: objects.map((object) => describeGlobalEntry(object, exchange.caller.access, exchange.base))
        }
    };
};

/** `GET /sobjects/Task/describe`. */
export const describe: Handle = (org, exchange, params) => {
    const object = objectAt(org, exchange, params.object);
    const unchanged = answerConditions(exchange, org.state.schemaChangedAt);
    if (unchanged) return unchanged;
    const viewer = { access: exchange.caller.access, profile: profileNameOf(org.state, exchange.caller.userId) };
    const body = describeObject(object, org.state.schema, viewer, exchange.base);
    return { status: 200, body, headers: { 'Last-Modified': new Date(org.state.schemaChangedAt).toUTCString() } };
};

const RESOURCES = [
    'composite',
    'graphql',
    'jobs',
    'limits',
    'metadata',
    'parameterizedSearch',
    'query',
    'queryAll',
    'recent',
    'search',
    'sobjects',
    'tabs',
    'theme',
    'ui-api'
];

/** `GET /services/data/v68.0`: the resources. */
export const listResources: Handle = (org, exchange) => ({
    status: 200,
    body: {
        ...Object.fromEntries(RESOURCES.map((name) => [name, `${exchange.base}/${name}`])),
        identity: `${exchange.origin}/id/${org.state.organizationId}/${exchange.caller.userId}`
    }
});
