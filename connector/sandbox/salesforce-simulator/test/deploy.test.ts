import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, V, type Described, type Row } from './contract-org.ts';
import { requestDeploy } from './deploy-files.ts';

const org = await contractOrg();
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const withField = (body: string): string => `${XML}<CustomObject ${NS}><fields>${body}</fields></CustomObject>`;
const FLOOR = '<fullName>Floor__c</fullName><label>Floor</label><type>Text</type><length>20</length>';

interface Result extends Row {
    readonly success: boolean;
    readonly status: string;
    readonly details: {
        readonly componentFailures: readonly { readonly fullName: string; readonly problem: string }[];
    };
}

/** Deploys by REST, as `POST metadata/deployRequest` with two parts, and asks for the result. */
async function deploy(files: Readonly<Record<string, string>>, checkOnly = false): Promise<Result> {
    const id = await requestDeploy(`${org.url}${V}`, '00D000000000062EAA!contract', files, checkOnly);
    const { body } = await org.call<{ deployResult: Result }>(
        'GET',
        `metadata/deployRequest/${id}?includeDetails=true`
    );
    return body.deployResult;
}
const hasField = async (object: string, name: string): Promise<boolean> =>
    (await org.call('GET', `sobjects/${object}/describe`)).body.fields.some((field: Described) => field.name === name);

test('a deployed field exists afterwards, for every way of asking (Metadata API guide, deploy)', async () => {
    const before = await org.create('Contact', { LastName: 'Before' });
    const result = await deploy({ 'objects/Contact.object': withField(FLOOR) });
    assert.deepEqual([result.success, result.status], [true, 'Succeeded']);
    assert.equal(await hasField('Contact', 'Floor__c'), true);
    await org.create('Contact', { LastName: 'After', Floor__c: '3' });
    const found = await org.query("SELECT LastName FROM Contact WHERE Floor__c = '3'");
    assert.deepEqual(
        found.map(({ LastName }) => LastName),
        ['After']
    );
    assert.equal((await org.record('Contact', before)).Floor__c, null);
});

test('a deploy that is only checked changes nothing (Metadata API guide, checkOnly)', async () => {
    const result = await deploy({ 'objects/Lead.object': withField(FLOOR) }, true);
    assert.deepEqual([result.success, result.checkOnly], [true, true]);
    assert.equal(await hasField('Lead', 'Floor__c'), false);
});

test('one wrong component takes back the whole deploy, and is named (Metadata API guide, rollbackOnError)', async () => {
    const wrong: Readonly<Record<string, string>> = {
        'an element that the type lacks': withField(`${FLOOR}<colour>red</colour>`),
        'a value that no enumeration has': withField(FLOOR.replace('>Text<', '>Texte<')),
        'XML that ends early': withField(FLOOR).slice(0, -20)
    };
    for (const [what, text] of Object.entries(wrong)) {
        const result = await deploy({ 'objects/Account.object': withField(FLOOR), 'objects/Lead.object': text });
        assert.deepEqual([result.success, result.status], [false, 'Failed'], what);
        assert.ok(
            result.details.componentFailures.every(({ fullName, problem }) => fullName === 'Lead' && problem !== ''),
            what
        );
        assert.equal(await hasField('Account', 'Floor__c'), false, what);
    }
});

test('a field of an object that the org lacks, or that points at one, is refused (Metadata API guide, CustomField)', async () => {
    const lookup =
        '<fullName>Site__c</fullName><label>Site</label><type>Lookup</type><referenceTo>Site__c</referenceTo><relationshipName>Sites</relationshipName>';
    const wrong: readonly (readonly [string, string])[] = [
        ['objects/Nothing__c.object', FLOOR],
        ['objects/Contact.object', lookup]
    ];
    for (const [path, field] of wrong) {
        const result = await deploy({ [path]: withField(field) });
        assert.equal(result.success, false, path);
        assert.notEqual(result.details.componentFailures[0]?.problem, undefined);
    }
});

test('a deploy needs a session and both of its parts, and an unknown one is not found (REST guide, deployRequest)', async () => {
    const without = await fetch(`${org.url}${V}/metadata/deployRequest`, { method: 'POST', body: new FormData() });
    assert.equal(without.status, 401);
    const empty = await org.refused(400, 'POST', 'metadata/deployRequest', {});
    assert.equal(empty.errorCode, 'INVALID_MULTIPART_REQUEST');
    await org.refused(404, 'GET', 'metadata/deployRequest/0Af000000000001AAA');
});

test('a version that the org does not offer answers no deploy (Metadata API guide, endpoint)', async () => {
    const call = (version: string) =>
        org.call<string>('POST', `/services/Soap/m/${version}`, '<Envelope><Body><deploy/></Body></Envelope>', {
            'content-type': 'text/xml'
        });
    for (const version of ['99.0', '20.0']) {
        const { status, body } = await call(version);
        assert.deepEqual([status, /UNSUPPORTED_API_VERSION/.test(body)], [500, true], version);
    }
    assert.match((await call('66.0')).body, /INVALID_SESSION_ID/);
    assert.equal((await org.call('GET', '/services/data/v99.0/metadata/deployRequest/x')).status, 404);
});

test('destructive changes are refused, and nothing beside them is deployed (Metadata API guide, Deleting Components)', async () => {
    const doomed = `${XML}<Package ${NS}><types><members>Task.Quo_Key__c</members><name>CustomField</name></types></Package>`;
    const field = withField(FLOOR.replaceAll('Floor', 'Cellar'));
    for (const name of ['destructiveChanges.xml', 'destructiveChangesPre.xml', 'destructiveChangesPost.xml']) {
        const result = await deploy({ [name]: doomed, 'objects/Contact.object': field });
        assert.deepEqual([result.success, result.status], [false, 'Failed'], name);
        assert.match(result.details.componentFailures[0]?.problem ?? '', /refused: CustomField Task\.Quo_Key__c/);
    }
    assert.equal(await hasField('Contact', 'Cellar__c'), false);
    assert.equal(await hasField('Task', 'Quo_Key__c'), true);
    const none = `${XML}<Package ${NS}><version>66.0</version></Package>`;
    assert.equal((await deploy({ 'destructiveChanges.xml': none, 'objects/Contact.object': field })).success, true);
});

test('a deploy whose body is no multipart, or lacks a part, is refused', async () => {
    const send = async (type: string, body: string): Promise<[number, unknown]> => {
        const headers = { authorization: 'Bearer 00D000000000062EAA!contract', 'content-type': type };
        const answer = await fetch(`${org.url}${V}/metadata/deployRequest`, { method: 'POST', headers, body });
        return [answer.status, ((await answer.json()) as Row[])[0]?.errorCode];
    };
    const refused = [400, 'INVALID_MULTIPART_REQUEST'];
    assert.deepEqual(await send('application/json', '{}'), refused);
    assert.deepEqual(await send('multipart/form-data', 'x'), refused);
    const part = '--b\r\nContent-Disposition: form-data; name="json"\r\n\r\n{}\r\n';
    assert.deepEqual(await send('multipart/form-data; boundary=b', `${part}--b--\r\n`), refused);
    assert.deepEqual(await send('multipart/form-data; boundary=b', part), refused);
});

const SET = (field: string): string =>
    `${XML}<PermissionSet ${NS}><fieldPermissions><editable>true</editable><field>${field}</field><readable>true</readable></fieldPermissions><description>x</description><label>x</label></PermissionSet>`;

test('a permission set for a field without field security is refused (Metadata API guide, PermissionSet)', async () => {
    const failing = async (field: string): Promise<string | undefined> =>
        (await deploy({ 'permissionsets/Extra.permissionset': SET(field) })).details.componentFailures[0]?.problem;
    assert.equal(await failing('Task.Subject'), 'You cannot deploy to a required field: Task.Subject');
    assert.match((await failing('Lead.City')) ?? '', /no CustomField named Lead\.City found/);
    assert.match((await failing('Lead.Nothing')) ?? '', /no CustomField named Lead\.Nothing found/);
    assert.equal((await org.query("SELECT Id FROM PermissionSet WHERE Name = 'Extra'")).length, 0);
});

test('a permission set that was deployed can be assigned, and grants what it says', async () => {
    assert.equal((await deploy({ 'permissionsets/Extra.permissionset': SET('Task.ActivityDate') })).success, true);
    const username = 'extra@people.example';
    const profile = 'Minimum Access - Salesforce';
    await org.control('POST', '/users', { username, profile, permissionSets: ['Extra'] });
    const { access_token: token } = await org.control('POST', '/sessions', { username });
    const headers = { authorization: `Bearer ${token}` };
    const found = await org.call('GET', 'query?q=SELECT+ActivityDate+FROM+Task', undefined, headers);
    assert.equal(found.status, 200);
    assert.equal((await org.call('GET', 'query?q=SELECT+Description+FROM+Task', undefined, headers)).status, 400);
});

test('a queue that was deployed owns records of its objects, and keeps its members when it is deployed again', async () => {
    const queue = `${XML}<Queue ${NS}><name>Front desk</name><queueSobject><sobjectType>Task</sobjectType></queueSobject></Queue>`;
    const files = { 'queues/Front_Desk.queue': queue };
    assert.equal((await deploy(files)).success, true);
    const [found] = await org.query("SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = 'Front_Desk'");
    const [user] = await org.query('SELECT Id FROM User LIMIT 1');
    await org.create('GroupMember', { GroupId: found?.Id, UserOrGroupId: user?.Id });
    assert.ok(await org.create('Task', { OwnerId: found?.Id }));
    const lead = { LastName: 'x', Company: 'y', OwnerId: found?.Id };
    assert.equal(
        (await org.refused(400, 'POST', 'sobjects/Lead', lead)).message,
        'Queue not associated with this SObject type'
    );
    assert.equal((await deploy(files)).success, true);
    assert.equal((await org.query('SELECT Id FROM GroupMember')).length, 1);
    const wrong = await deploy({ 'queues/Other.queue': queue.replace('>Task<', '>Tasks__c<') });
    assert.match(wrong.details.componentFailures[0]?.problem ?? '', /is for Tasks__c, which does not exist/);
});
