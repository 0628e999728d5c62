import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, TOKEN, type Outcome, type Refusal } from '../contract-org.ts';

/** What hand-written clients get wrong, which a real org does not let pass either. */
const org = await contractOrg();
const id = await org.create('Account', { Name: 'Acme' });

test('a path is read whatever its case and its slashes; a version is not (REST guide, URIs)', async () => {
    assert.equal((await org.call('GET', `/services/data//v68.0//sobjects/account/${id}/`)).status, 200);
    assert.equal((await org.call('GET', `//services/data/v68.0/sobjects/ACCOUNT/${id}?fields=name`)).status, 200);
    for (const version of ['v68', 'V68', 'v68.00', 'v068.0', 'latest', 'v69.0', 'v0.0'])
        assert.equal((await org.call('GET', `/services/data/${version}/limits`)).status, 404, version);
});

test('versions say their names and addresses, oldest first, to anybody (REST guide, Versions)', async () => {
    const { body } = await org.call<{ version: string; url: string; label: string }[]>(
        'GET',
        '/services/data',
        undefined,
        {
            authorization: ''
        }
    );
    assert.deepEqual(body.at(-1), { version: '68.0', url: '/services/data/v68.0', label: "Winter '27" });
    const numbers = body.map(({ version }) => Number(version));
    assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b)
    );
});

test('a token is a header, of a scheme that Salesforce knows (REST guide, Authorization)', async () => {
    const ask = async (headers: Record<string, string>, query = ''): Promise<number> =>
        (await org.call('GET', `limits${query}`, undefined, headers)).status;
    for (const authorization of ['', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, 'Bearer', `Token ${TOKEN}`])
        assert.equal(await ask({ authorization }), 401, authorization);
    assert.equal(await ask({ authorization: '' }, `?access_token=${TOKEN}`), 401);
    assert.equal(await ask({ authorization: `bearer ${TOKEN}` }), 200);
});

test('HEAD answers as GET does, without its body (REST guide, HTTP methods)', async () => {
    const { status, body, headers } = await org.call<string>('HEAD', `sobjects/Account/${id}`);
    assert.deepEqual([status, body], [200, '']);
    assert.match(headers.get('sforce-limit-info') ?? '', /^api-usage=\d+\/100000$/);
});

test('methods are told apart by resource, and named in the refusal (REST guide, 405)', async () => {
    for (const [method, path, allowed] of [
        ['DELETE', 'sobjects/Account', 'HEAD,GET,POST'],
        ['POST', `sobjects/Account/${id}`, 'HEAD,GET,PATCH,DELETE'],
        ['PUT', 'composite', 'POST'],
        ['GET', 'composite/tree/Account', 'POST'],
        ['POST', 'limits', 'HEAD,GET'],
        ['PATCH', 'query?q=x', 'HEAD,GET'],
        ['GET', 'graphql', 'POST']
    ] as const) {
        const { errorCode, message } = await org.refused(405, method, path, method === 'GET' ? undefined : {});
        assert.deepEqual(
            [errorCode, message],
            ['METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed}`]
        );
    }
});

test('fields of a row are asked for by name, not through parents; none is not all (REST guide, fields parameter)', async () => {
    for (const fields of ['', 'Nope', 'Owner.Name', 'Name,,Phone', 'Name;Phone', '*'])
        assert.equal(
            (await org.refused(400, 'GET', `sobjects/Account/${id}?fields=${encodeURIComponent(fields)}`)).errorCode,
            'INVALID_FIELD',
            fields
        );
    const { body } = await org.call('GET', `sobjects/Account/${id}?fields=NAME,%20phone`);
    assert.deepEqual(Object.keys(body), ['attributes', 'Name', 'Phone', 'Id']);
});

test('a body cut off, or with something after it, is no JSON (REST guide, JSON_PARSER_ERROR)', async () => {
    for (const body of ['{"Name":"x"', '{"Name":"x"}}', "{'Name':'x'}", '{Name:"x"}', '[]', '"x"', 'null', '']) {
        const { errorCode } = await org.refused(400, 'POST', 'sobjects/Account', body);
        assert.equal(errorCode, 'JSON_PARSER_ERROR', body);
    }
});

test('a date in the address is one, with its offset encoded (REST guide, Get Updated)', async () => {
    const now = Date.now();
    const at = (offset: number): string => new Date(now + offset).toISOString().slice(0, 19);
    const ask = (start: string, end: string) =>
        org.call<Refusal[]>('GET', `sobjects/Account/updated?start=${start}&end=${end}`);
    assert.equal((await ask(`${at(-3_600_000)}Z`, `${at(0)}Z`)).status, 200);
    assert.equal((await ask(`${at(-3_600_000)}%2B00:00`, `${at(0)}%2B00:00`)).status, 200);
    for (const [start, end] of [
        [at(-3_600_000), at(0)],
        ['yesterday', 'today'],
        [`${at(0)}Z`, `${at(-3_600_000)}Z`],
        [`${at(0)}Z`, `${at(0)}Z`]
    ] as const)
        assert.equal((await ask(start, end)).body[0]?.errorCode, 'INVALID_REPLICATION_DATE', start);
});

test('a record that was not changed is not sent again (REST guide, If-Modified-Since)', async () => {
    const later = new Date(Date.now() + 5_000).toUTCString();
    const earlier = new Date(Date.now() - 3_600_000).toUTCString();
    const read = async (path: string, since: string): Promise<number> =>
        (await org.call('GET', path, undefined, { 'If-Modified-Since': since })).status;
    for (const path of [`sobjects/Account/${id}`, 'sobjects/Account/describe']) {
        assert.equal(await read(path, later), 304, path);
        assert.equal(await read(path, earlier), 200, path);
        assert.equal(await read(path, 'yesterday'), 200, path);
    }
});

test('an external id is found in its own case, or in any where the field does not tell them apart (Metadata guide, caseSensitive)', async () => {
    await org.call('PATCH', 'sobjects/Task/Quo_Key__c/Case_1', { Subject: 'a' });
    assert.equal((await org.call('GET', 'sobjects/Task/Quo_Key__c/case_1')).status, 404);
    assert.equal((await org.call('GET', 'sobjects/Task/quo_key__C/Case_1')).status, 200);
    const { body } = await org.call<Outcome[]>('PATCH', 'composite/sobjects/Task/Quo_Key__c', {
        records: ['Case_1', 'case_1'].map((Quo_Key__c) => ({ attributes: { type: 'Task' }, Quo_Key__c }))
    });
    assert.deepEqual(
        body.map(({ created }) => created),
        [false, true]
    );
});

test('what a client asks of a resource that there is not, tells so in the form of every refusal (REST guide, 404)', async () => {
    for (const path of [
        'tooling/query?q=SELECT+Id+FROM+ApexClass',
        'tooling/executeAnonymous?anonymousBody=x',
        '/services/apexrest/quo',
        'chatter/users/me',
        'analytics/reports',
        'actions/standard',
        'wave',
        'sobjects/Account/describe/layouts',
        'sobjects/Nope__c',
        '/services/async/68.0/job'
    ]) {
        const { errorCode } = await org.refused(404, 'GET', path);
        assert.equal(errorCode, 'NOT_FOUND', path);
    }
});

test('the resources of a version name only what answers (REST guide, Resources by Version)', async () => {
    const { body } = await org.call<Record<string, string>>('GET', '');
    for (const [name, address] of Object.entries(body)) {
        if (name === 'identity' || name === 'metadata' || name === 'jobs' || name === 'ui-api') continue;
        const { status } = await org.call('GET', address);
        assert.ok(status === 200 || status === 400 || status === 405, `${name}: ${status}`);
    }
});
