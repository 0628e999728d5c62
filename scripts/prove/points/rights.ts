import { create, rows, told } from '../answers.ts';
import { MARK, type Call, type Point, type Trial } from '../point.ts';

interface Described {
    readonly fields?: readonly { readonly name: string; readonly createable: boolean; readonly updateable: boolean }[];
    readonly recordTypeInfos?: readonly {
        readonly available: boolean;
        readonly master: boolean;
        readonly recordTypeId: string;
    }[];
}

/** What the connector writes into every Task of its own. */
const WRITTEN = [
    'Quo_Key__c',
    'Quo_Kind__c',
    'Quo_Started_At__c',
    'Quo_Outcome__c',
    'Quo_Inbox__c',
    'Quo_External_Number__c'
];

/** Whom the connector works as, where they signed in; else whoever runs the proof. */
const worker = ({ call, others }: Trial): Call => others.integration ?? call;

async function describeTask(call: Call): Promise<Described> {
    return (await call('GET', '/sobjects/Task/describe')).body as Described;
}

const FIELDS: Point = {
    id: 'field-rights',
    assumes: 'The packaged permission sets let their holder write the activity fields of the package.',
    tries: 'describe of Task, as the integration user',
    async run(trial) {
        const { fields = [] } = await describeTask(worker(trial));
        const may = WRITTEN.filter((own) =>
            fields.some(({ name, createable, updateable }) => name === trial.name(own) && createable && updateable)
        );
        return { holds: may.length === WRITTEN.length, answered: `${may.length} of ${WRITTEN.length} writable` };
    }
};

const NAMES: Point = {
    id: 'names',
    assumes: 'The fields are called as SALESFORCE_NAMESPACE says, and not otherwise.',
    tries: 'describe of Task: names that end in Quo_Key__c',
    async run(trial) {
        const { fields = [] } = await describeTask(worker(trial));
        const found = fields.map(({ name }) => name).filter((name) => /(?:^|__)Quo_Key__c$/.test(name));
        const holds = found.length === 1 && found[0] === trial.name('Quo_Key__c');
        return { holds, answered: `${found.length} found, ${holds ? 'as' : 'other than'} expected` };
    }
};

const RECORD_TYPES: Point = {
    id: 'record-types',
    assumes: 'A Task can be made with each record type that describe calls available.',
    tries: 'a Task of each of them',
    async run(trial) {
        const { recordTypeInfos = [] } = await describeTask(trial.call);
        const types = recordTypeInfos.filter(({ available, master }) => available && !master);
        if (types.length === 0) return { untried: 'Task has no record types here' };
        const answers = await Promise.all(
            types.map(({ recordTypeId: RecordTypeId }) => create(trial, 'Task', { Subject: MARK, RecordTypeId }))
        );
        return {
            holds: answers.every(({ status }) => status === 201),
            answered: [...new Set(answers.map(told))].join(', ')
        };
    }
};

const SHARING: Point = {
    id: 'sharing-model',
    assumes: 'EntityDefinition tells how activities are shared, to whoever has View Setup and Configuration.',
    tries: 'SELECT InternalSharingModel FROM EntityDefinition for Task, as the integration user',
    async run(trial) {
        const found = await rows(
            { call: worker(trial) },
            "SELECT InternalSharingModel FROM EntityDefinition WHERE QualifiedApiName = 'Task'"
        );
        const told = found[0]?.['InternalSharingModel'];
        const model = typeof told === 'string' ? told : 'nothing';
        return { holds: ['Private', 'ControlledByParent'].includes(model), answered: model };
    }
};

const TRUSTED: Point = {
    id: 'trusted-urls',
    assumes: 'CspTrustedSite can be queried, to see whether pages may play recordings.',
    tries: 'SELECT EndpointUrl FROM CspTrustedSite, as the integration user',
    async run(trial) {
        const soql = 'SELECT Id, EndpointUrl, Context FROM CspTrustedSite WHERE IsApplicableToMediaSrc = true LIMIT 1';
        const answer = await worker(trial)('GET', `/query?q=${encodeURIComponent(soql)}`);
        return { holds: answer.status === 200, answered: told(answer) };
    }
};

/** GraphQL, as the components ask: by the key, newest first. */
async function asked(
    call: Call,
    trial: Trial,
    object: 'Task' | 'Event'
): Promise<{ readonly count: number; readonly refused: boolean }> {
    const field = trial.name('Quo_Key__c');
    const query = `query { uiapi { query { ${object}(first: 5, where: { ${field}: { ne: null } }, orderBy: { CreatedDate: { order: DESC } }) { edges { node { Id } } } } } }`;
    const { status, body } = await call('POST', '/graphql', { query });
    const { data, errors } = (body ?? {}) as {
        data?: { uiapi?: { query?: Record<string, { edges?: readonly unknown[] } | null> } };
        errors?: readonly unknown[];
    };
    const count = data?.uiapi?.query?.[object]?.edges?.length ?? 0;
    return { count, refused: status >= 400 || (errors?.length ?? 0) > 0 };
}

function graphql(object: 'Task' | 'Event'): Point {
    return {
        id: `graphql-${object.toLowerCase()}`,
        assumes: `GraphQL finds ${object}s by our field, in order, for whoever holds a Quo permission set, and gives others nothing.`,
        tries: `a query of ${object} by Quo_Key__c, as everybody who signed in`,
        async run(trial) {
            const mine = await asked(trial.call, trial, object);
            const kinds = (['integration', 'rep', 'manager', 'stranger'] as const).flatMap((kind) => {
                const call = trial.others[kind];
                return call ? [{ kind, call }] : [];
            });
            const answers = await Promise.all(
                kinds.map(async ({ kind, call }) => ({ kind, ...(await asked(call, trial, object)) }))
            );
            const right = answers.every(({ kind, refused, count }) => (kind === 'stranger' ? count === 0 : !refused));
            const words = answers.map(({ kind, refused }) => `${kind}: ${refused ? 'refused' : 'answered'}`);
            return {
                holds: !mine.refused && right,
                answered: [`own: ${mine.refused ? 'refused' : 'answered'}`, ...words].join(', ')
            };
        }
    };
}

/** What a user may see and write. */
export const RIGHTS: readonly Point[] = [
    FIELDS,
    NAMES,
    RECORD_TYPES,
    SHARING,
    TRUSTED,
    graphql('Task'),
    graphql('Event')
];
