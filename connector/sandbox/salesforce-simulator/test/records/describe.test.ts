import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Body, type Described } from '../contract-org.ts';

const org = await contractOrg();
const describe = async (object: string): Promise<Body> => (await org.call('GET', `sobjects/${object}/describe`)).body;
const fieldOf = (described: Body, name: string): Described => {
    const field = described.fields.find((known) => known.name === name);
    assert.ok(field, name);
    return field;
};

/** The keys of one field in describes recorded from real orgs (API 48.0). */
const FIELD_KEYS =
    'aggregatable aiPredictionField autoNumber byteLength calculated calculatedFormula cascadeDelete caseSensitive compoundFieldName controllerName createable custom defaultValue defaultValueFormula defaultedOnCreate dependentPicklist deprecatedAndHidden digits displayLocationInDecimal encrypted externalId extraTypeInfo filterable filteredLookupInfo formulaTreatNullNumberAsZero groupable highScaleNumber htmlFormatted idLookup inlineHelpText label length mask maskType name nameField namePointing nillable permissionable picklistValues polymorphicForeignKey precision queryByDistance referenceTargetField referenceTo relationshipName relationshipOrder restrictedDelete restrictedPicklist scale searchPrefilterable soapType sortable type unique updateable writeRequiresMasterRead'.split(
        ' '
    );
/** The keys of one object, ditto. */
const OBJECT_KEYS =
    'actionOverrides activateable childRelationships compactLayoutable createable custom customSetting deepCloneable defaultImplementation deletable deprecatedAndHidden extendedBy extendsInterfaces feedEnabled fields hasSubtypes implementedBy implementsInterfaces isInterface isSubtype keyPrefix label labelPlural layoutable listviewable lookupLayoutable mergeable mruEnabled name namedLayoutInfos networkScopeFieldName queryable recordTypeInfos replicateable retrieveable searchLayoutable searchable supportedScopes triggerable undeletable updateable urls'.split(
        ' '
    );

test('every object describes itself and its fields with all keys (REST guide, sObject Describe; recorded describes)', async () => {
    const { body } = await org.call('GET', 'sobjects');
    assert.ok(body.sobjects.length > 20);
    for (const { name } of body.sobjects) {
        const described = await describe(name);
        for (const key of OBJECT_KEYS) assert.ok(key in described, `${name} lacks ${key}`);
        for (const field of described.fields) {
            assert.deepEqual(Object.keys(field), FIELD_KEYS, `${name}.${field.name}`);
        }
    }
});

test('Task has the fields of the Object Reference, with what may be created, updated and filtered', async () => {
    const task = await describe('Task');
    const flags = (name: string): unknown[] => {
        const { createable, updateable, filterable, nillable } = fieldOf(task, name);
        return [createable, updateable, filterable, nillable];
    };
    assert.deepEqual(flags('Subject'), [true, true, true, true]);
    assert.deepEqual(flags('Description'), [true, true, false, true]);
    assert.deepEqual(flags('CompletedDateTime'), [false, false, true, true]);
    assert.deepEqual(flags('IsClosed'), [false, false, true, false]);
    assert.deepEqual(flags('TaskSubtype'), [true, false, true, true]);
    assert.deepEqual(flags('AccountId'), [false, false, true, true]);
    assert.deepEqual(fieldOf(task, 'WhoId').referenceTo, ['Contact', 'Lead']);
    assert.ok(fieldOf(task, 'WhatId').referenceTo.includes('Opportunity'));
    assert.equal(fieldOf(task, 'Description').length, 32_000);
    assert.equal(fieldOf(task, 'CallType').restrictedPicklist, true);
});

test('a custom field of Activity stands on Task and on Event (Metadata API guide, CustomField)', async () => {
    for (const object of ['Task', 'Event']) {
        const key = fieldOf(await describe(object), 'Quo_Key__c');
        assert.deepEqual(
            [key.type, key.externalId, key.unique, key.caseSensitive, key.idLookup, key.custom],
            ['string', true, true, true, true, true]
        );
    }
});

test('a custom object has its own fields, the system fields and its children (Metadata API guide, CustomObject)', async () => {
    const sona = await describe('Sona_Call__c');
    assert.equal(sona.custom, true);
    assert.match(sona.keyPrefix, /^a0\w$/);
    for (const name of ['Id', 'OwnerId', 'Name', 'CreatedDate', 'SystemModstamp', 'Quo_Call_Id__c']) {
        assert.ok(fieldOf(sona, name), name);
    }
    const children = sona.childRelationships.map((child) => child.childSObject);
    assert.ok(children.includes('Sona_Answer__c'));
});

test('an object that the org lacks is not found (REST guide, Status Codes)', async () => {
    assert.deepEqual(await org.refused(404, 'GET', 'sobjects/Nothing__c/describe'), {
        errorCode: 'NOT_FOUND',
        message: 'The requested resource does not exist'
    });
});

test('an unchanged describe is answered 304 (REST guide, Conditional Request Headers)', async () => {
    const first = await org.call('GET', 'sobjects/Task/describe');
    const since = first.headers.get('last-modified') as string;
    const again = await org.call('GET', 'sobjects/Task/describe', undefined, { 'If-Modified-Since': since });
    assert.equal(again.status, 304);
});

test('versions are listed without a session, resources only with one (REST guide, Versions)', async () => {
    const versions = await org.call('GET', '/services/data', undefined, { authorization: '' });
    const last = (versions.body as unknown as unknown[]).at(-1);
    assert.deepEqual(last, { label: "Winter '27", url: '/services/data/v68.0', version: '68.0' });
    assert.equal((await org.call('GET', '', undefined, { authorization: '' })).status, 401);
    const resources = await org.call('GET', '/services/data/v68.0');
    assert.equal(resources.body.sobjects, '/services/data/v68.0/sobjects');
    assert.equal((await org.call('GET', '/services/data/v69.0/limits')).status, 404);
});

test('double slashes in an address are one (as the sf command line sends them)', async () => {
    assert.equal((await org.call('GET', '//services//data//v68.0/limits')).status, 200);
});
