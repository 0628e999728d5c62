import { profileNameOf } from '../rules/record-types.ts';
import { describeGlobalEntry, describeObject } from '../schema/describe.ts';
import { answerConditions } from './conditional.ts';
import type { Answer, Handle } from './exchange.ts';
import { objectAt } from './lookup.ts';

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

/** `GET /services/data`: the versions, without a session. */
export function listVersions(newest: string): Answer {
    const versions = Array.from({ length: Number(newest) - OLDEST + 1 }, (_, index) => OLDEST + index);
    return {
        status: 200,
        body: versions.map((version) => ({
            label: labelOf(version),
            url: `/services/data/v${version}.0`,
            version: `${version}.0`
        }))
    };
}

/** Versions before 31 were retired in Summer '25. */
const OLDEST = 31;

/** Whether an org whose newest version is `newest` answers under this one, both as `68.0`. */
export function isOffered(version: string, newest: string): boolean {
    return /^[1-9]\d*\.0$/.test(version) && Number(version) >= OLDEST && Number(version) <= Number(newest);
}

const SEASONS = ['Winter', 'Spring', 'Summer'];

/** 66 is Spring '26, 67 Summer '26, 68 Winter '27. */
function labelOf(version: number): string {
    const releases = version - 65;
    const season = SEASONS[((releases % 3) + 3) % 3] as string;
    return `${season} '${26 + Math.floor(releases / 3)}`;
}

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
