import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Refusal } from '../contract-org.ts';

const org = await contractOrg({ personAccounts: true });
const bin = async (type: string, id: string) =>
    (await org.query(`SELECT Id, IsDeleted, MasterRecordId FROM ${type} WHERE Id = '${id}'`, 'queryAll'))[0];

test('a merge moves what pointed at the losers and says who won (SOAP guide, merge)', async () => {
    const [master, loser] = [
        await org.create('Contact', { LastName: 'Roy' }),
        await org.create('Contact', { LastName: 'Roi' })
    ];
    const task = await org.create('Task', { WhoId: loser });
    await org.control('POST', '/merge', { type: 'Contact', master, losers: [loser] });
    const lost = await bin('Contact', loser);
    assert.deepEqual([lost?.IsDeleted, lost?.MasterRecordId], [true, master]);
    assert.equal((await org.record('Task', task)).WhoId, master);
    assert.equal((await org.refused(400, 'POST', 'sobjects/Task', { WhoId: loser })).errorCode, 'ENTITY_IS_DELETED');
});

test('a converted lead becomes a contact of an account, takes its tasks along and is closed (SOAP guide, convertLead)', async () => {
    const lead = await org.create('Lead', { FirstName: 'Jean', LastName: 'Piste', Company: 'Acme', Phone: '514' });
    const task = await org.create('Task', { WhoId: lead, Status: 'Completed' });
    const { contactId, accountId, opportunityId } = await org.control('POST', '/convert', {
        leadId: lead,
        opportunityName: 'Deal'
    });
    const converted = await org.record('Lead', lead);
    assert.deepEqual(
        [
            converted.IsConverted,
            converted.ConvertedContactId,
            converted.ConvertedAccountId,
            converted.ConvertedOpportunityId
        ],
        [true, contactId, accountId, opportunityId]
    );
    const contact = await org.record('Contact', contactId as string);
    assert.deepEqual([contact.Name, contact.Phone, contact.AccountId], ['Jean Piste', '514', accountId]);
    assert.equal((await org.record('Task', task)).WhoId, contactId);
    const refusals = [
        await org.refused(400, 'POST', 'sobjects/Task', { WhoId: lead }),
        await org.refused(400, 'PATCH', `sobjects/Lead/${lead}`, { Title: 'x' })
    ];
    assert.deepEqual(
        refusals.map(({ errorCode }) => errorCode),
        ['CANNOT_UPDATE_CONVERTED_LEAD', 'CANNOT_UPDATE_CONVERTED_LEAD']
    );
});

test('deleting a parent takes its details along and empties other lookups (Object Reference, cascade delete)', async () => {
    const account = await org.create('Account', { Name: 'Acme' });
    const contact = await org.create('Contact', { LastName: 'Roy', AccountId: account });
    const { body: sona } = await org.call('PATCH', 'sobjects/Sona_Call__c/Quo_Call_Id__c/AC1', { Account__c: account });
    const { body: answer } = await org.call('PATCH', 'sobjects/Sona_Answer__c/Quo_Answer_Key__c/AC1_1', {
        Sona_Call__c: sona.id,
        Question__c: 'q'
    });
    await org.call('DELETE', `sobjects/Account/${account}`);
    assert.equal((await bin('Contact', contact))?.IsDeleted, true);
    assert.equal((await org.record('Sona_Call__c', sona.id)).Account__c, null);
    await org.call('DELETE', `sobjects/Sona_Call__c/${sona.id}`);
    await org.refused(404, 'GET', `sobjects/Sona_Answer__c/${answer.id}`);
});

test('a unique key of a deleted record is free again', async () => {
    const id = await org.create('Task', { Quo_Key__c: 'call_again' });
    await org.call('DELETE', `sobjects/Task/${id}`);
    assert.notEqual(await org.create('Task', { Quo_Key__c: 'call_again' }), id);
});

test('what changed and what went is told for a period (REST guide, Get Updated and Get Deleted)', async () => {
    const [kept, gone] = [
        await org.create('Opportunity', { Name: 'a', StageName: 'Prospecting', CloseDate: '2026-01-01' }),
        await org.create('Opportunity', { Name: 'b', StageName: 'Prospecting', CloseDate: '2026-01-01' })
    ];
    await org.call('DELETE', `sobjects/Opportunity/${gone}`);
    const at = (offset: number): string =>
        encodeURIComponent(`${new Date(Date.now() + offset).toISOString().slice(0, 19)}+00:00`);
    const period = `start=${at(-600_000)}&end=${at(600_000)}`;
    const updated = await org.call<{ ids: string[] }>('GET', `sobjects/Opportunity/updated?${period}`);
    const deleted = await org.call<{ deletedRecords: { id: string }[] }>(
        'GET',
        `sobjects/Opportunity/deleted?${period}`
    );
    assert.ok(updated.body.ids.includes(kept) && !updated.body.ids.includes(gone));
    assert.deepEqual(
        deleted.body.deletedRecords.map(({ id }) => id),
        [gone]
    );
    // The period may reach into the future; what is told does not.
    const { latestDateCovered } = updated.body as unknown as { latestDateCovered: string };
    assert.ok(Date.parse(latestDateCovered.replace('+0000', 'Z')) <= Date.now());
    const tooOld = `start=${at(-40 * 86_400_000)}&end=${at(0)}`;
    assert.equal(
        (await org.refused(400, 'GET', `sobjects/Opportunity/updated?${tooOld}`)).errorCode,
        'INVALID_REPLICATION_DATE'
    );
});

test('an account with a last name is a person, with a contact behind it (Object Reference, Person Accounts)', async () => {
    const id = await org.create('Account', {
        FirstName: 'Paul',
        LastName: 'Perso',
        PersonEmail: 'paul@example.com',
        PersonMobilePhone: '514'
    });
    const account = await org.record('Account', id);
    assert.deepEqual([account.Name, account.IsPersonAccount], ['Paul Perso', true]);
    const contact = await org.record('Contact', String(account.PersonContactId));
    assert.deepEqual(
        [contact.Name, contact.Email, contact.MobilePhone, contact.AccountId, contact.IsPersonAccount],
        ['Paul Perso', 'paul@example.com', '514', id, true]
    );
    await org.call('PATCH', `sobjects/Account/${id}`, { PersonMobilePhone: '438', LastName: 'Personne' });
    const changed = await org.record('Contact', String(account.PersonContactId));
    assert.deepEqual([changed.MobilePhone, changed.Name], ['438', 'Paul Personne']);
    const task = await org.record('Task', await org.create('Task', { WhoId: account.PersonContactId }));
    assert.equal(task.AccountId, id);
});

test('an opportunity follows its stage (Object Reference, Opportunity)', async () => {
    const id = await org.create('Opportunity', {
        Name: 'Deal',
        StageName: 'Closed Won',
        CloseDate: '2026-05-01',
        Amount: 10
    });
    const deal = await org.record('Opportunity', id);
    assert.deepEqual(
        [deal.IsClosed, deal.IsWon, deal.Probability, deal.FiscalQuarter, deal.ExpectedRevenue],
        [true, true, 100, 2, 10]
    );
});

test('a duplicate rule shows what it found; an alert can be passed, a block cannot (REST guide, Duplicate Rule Header)', async () => {
    const rule = { object: 'Lead', fields: ['Email'], message: 'Use one of these records?' };
    await org.control('POST', '/duplicate-rules', { ...rule, name: 'Standard_Lead_Duplicate_Rule' });
    const twin = { LastName: 'Twin', Company: 'Co', Email: 'twin@example.com' };
    const first = await org.create('Lead', twin);
    const { status, body } = await org.call<
        (Refusal & { duplicateResult: { matchResults: { matchRecords: { record: { Id: string } }[] }[] } })[]
    >('POST', 'sobjects/Lead', twin);
    assert.deepEqual([status, body[0]?.errorCode, body[0]?.message], [400, 'DUPLICATES_DETECTED', rule.message]);
    assert.equal(body[0]?.duplicateResult.matchResults[0]?.matchRecords[0]?.record.Id, first);
    const allowed = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' };
    assert.equal((await org.call('POST', 'sobjects/Lead', twin, allowed)).status, 201);
    await org.control('DELETE', '/duplicate-rules');
    await org.control('POST', '/duplicate-rules', { ...rule, action: 'block' });
    assert.equal((await org.call('POST', 'sobjects/Lead', twin, allowed)).status, 400);
    await org.control('DELETE', '/duplicate-rules');
});

test('a validation rule refuses with its own words, at its field (SOAP guide, FIELD_CUSTOM_VALIDATION_EXCEPTION)', async () => {
    await org.control('POST', '/validation-rules', {
        object: 'Task',
        when: 'AND(BEGINS(Subject, "Secret"), ISPICKVAL(Status, "Completed"))',
        message: 'Pas de secret.',
        field: 'Subject'
    });
    await org.create('Task', { Subject: 'Secret open' });
    assert.deepEqual(await org.refused(400, 'POST', 'sobjects/Task', { Subject: 'Secret', Status: 'Completed' }), {
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'Pas de secret.',
        fields: ['Subject']
    });
    await org.control('DELETE', '/validation-rules');
});
