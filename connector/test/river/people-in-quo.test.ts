import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { orgControl, refreshSoon, salesforceUser, until } from './user-actions.ts';
import { personInQuo, type InQuo } from './quo-contacts.ts';
import type { OrgOptions } from 'salesforce-simulator/org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import { openWorld, type Row, type World } from './world.ts';

const worlds: World[] = [];
after(async () => {
    for (const world of worlds) await world.close();
});

const record = (type: string, referenceId: string, fields: Row) => ({ attributes: { type, referenceId }, ...fields });
const LONG = 'é'.repeat(80);
const TOWN = [
    record('Account', 'acme', { Name: 'Acme' }),
    record('Contact', 'edited', {
        FirstName: 'Zoé',
        LastName: 'Édit',
        Phone: '438-555-1001',
        Title: 'Directrice',
        AccountId: '@acme'
    }),
    record('Contact', 'moved', { FirstName: 'Yan', LastName: 'Mouv', Phone: '438-555-1002' }),
    record('Contact', 'silenced', { FirstName: 'Xia', LastName: 'Tais', Phone: '438-555-1003' }),
    record('Contact', 'revived', { FirstName: 'Wil', LastName: 'Reviens', Phone: '438-555-1004' }),
    record('Contact', 'kept', { FirstName: 'Val', LastName: 'Garde', Phone: '438-555-1005' }),
    record('Contact', 'merged', { FirstName: 'Val', LastName: 'Gardé', MobilePhone: '438-555-1006' }),
    record('Contact', 'emoji', { FirstName: '👩🏽‍🚒 ליאור', LastName: LONG, Phone: '438-555-1007' }),
    record('Contact', 'swap-a', { FirstName: 'Una', LastName: 'Troc', Phone: '438-555-1008' }),
    record('Contact', 'swap-b', { FirstName: 'Tao', LastName: 'Troc', Phone: '438-555-1009' }),
    record('Contact', 'nameless', { LastName: 'Seul', Phone: '438-555-1010' }),
    record('Contact', 'removed-in-quo', { FirstName: 'Sam', LastName: 'Ote', Phone: '438-555-1011' }),
    record('Contact', 'numberless', { FirstName: 'Rim', LastName: 'Muet' }),
    record('Lead', 'converted', { FirstName: 'Pia', LastName: 'Piste', Company: 'Nord', Phone: '438-555-1012' })
];

async function populated(connectors: number, preferences: Row = {}, org: OrgOptions = {}) {
    const world = await openWorld({ connectors, preferences: { syncContacts: 'full', ...preferences }, org });
    worlds.push(world);
    const ids = await orgControl<Record<string, string>>(world, 'seed', { records: TOWN });
    const hand = await personInQuo(world);
    /** Once Quo shows everything as wanted. */
    const once = async (isRight: (all: ReadonlyMap<string, InQuo>) => boolean): Promise<ReadonlyMap<string, InQuo>> => {
        await refreshSoon(world);
        return until(
            async () => {
                const all = await hand.ours();
                return isRight(all) ? all : undefined;
            },
            async () => ({
                rows: await world.query('select person, state, error, due_at, lease_until from quo_contacts limit 20'),
                all: [...(await hand.ours()).values()].map(({ lastName, numbers, role }) => ({
                    lastName,
                    numbers,
                    role
                }))
            })
        );
    };
    const named = (all: ReadonlyMap<string, InQuo>, name: string): InQuo | undefined => all.get(ids[name] ?? '');
    return { world, ids, hand, once, named };
}

async function contactRequests(world: World): Promise<Readonly<Record<string, number>>> {
    const { byEndpoint } = await world.control<{ byEndpoint: Readonly<Record<string, number>> }>('requests');
    return Object.fromEntries(Object.entries(byEndpoint).filter(([endpoint]) => endpoint.includes('contacts')));
}

test('everybody with a number is in Quo, within its limit, and what happens on both sides is followed', async () => {
    const { world, ids, hand, once, named } = await populated(2);
    const reachable = TOWN.filter((one) => 'Phone' in one || 'MobilePhone' in one).map(
        ({ attributes }) => attributes.referenceId
    );
    const before = await once((all) => reachable.every((name) => named(all, name) !== undefined));
    assert.equal(named(before, 'numberless'), undefined);
    assert.equal(named(before, 'nameless')?.firstName, 'Seul');
    assert.deepEqual([named(before, 'emoji')?.firstName, named(before, 'emoji')?.lastName], ['👩🏽‍🚒 ליאור', LONG]);
    assert.equal(typeof named(before, 'edited')?.fields['salesforce-owner'], 'string');
    const { byStatus } = await world.control<{ byStatus: Readonly<Record<string, number>> }>('requests');
    assert.equal(byStatus['429'], undefined, 'two processes share the key’s requests');

    // In Quo, by hand.
    const edited = named(before, 'edited')!;
    await hand.request('PATCH', `/contacts/${edited.id}`, { company: 'Acme & fils' });
    const chalet = { type: 'phone-number', name: 'Chalet', value: '+18195551099' };
    await hand.request('POST', `/contacts/${edited.id}/properties`, chalet);
    await hand.request('POST', `/contacts/${edited.id}/properties`, {
        type: 'multi-select',
        name: 'tags',
        value: ['VIP']
    });
    await hand.request('DELETE', `/v1/contacts/${named(before, 'removed-in-quo')!.id}`);
    // In Salesforce.
    const work = await salesforceUser(world);
    const change = (name: string, fields: Row): Promise<Row> => work('PATCH', `Contact/${ids[name]}`, fields);
    await change('edited', { Title: 'Présidente', Phone: '438-555-1021' });
    await change('moved', { Phone: '438-555-1022' });
    await change('silenced', { Phone: null });
    await work('DELETE', `Contact/${ids['revived']}`);
    await change('swap-a', { Phone: '438-555-1009' });
    await change('swap-b', { Phone: '438-555-1008' });
    await change('removed-in-quo', { Title: 'Nouvelle' });
    await orgControl(world, 'merge', { type: 'Contact', master: ids['kept'], losers: [ids['merged']] });
    const { contactId } = await orgControl<{ contactId: string }>(world, 'convert', { leadId: ids['converted'] });
    await world.restart('kill', 0);

    const after = await once(
        (all) =>
            named(all, 'edited')?.role?.startsWith('Présidente') === true &&
            named(all, 'edited')?.numbers.includes('+14385551021') === true &&
            named(all, 'moved')?.numbers.join() === '+14385551022' &&
            named(all, 'swap-a')?.numbers.join() === '+14385551009' &&
            named(all, 'swap-b')?.numbers.join() === '+14385551008' &&
            ['silenced', 'revived', 'merged', 'converted'].every((name) => named(all, name) === undefined) &&
            all.has(contactId)
    );
    const now = named(after, 'edited')!;
    assert.deepEqual(
        [now.company, now.numbers, now.fields['tags']],
        ['Acme & fils', ['+14385551021', '+18195551099'], ['VIP']],
        'what somebody edited in Quo stays'
    );
    assert.equal(after.get(contactId)?.id, named(before, 'converted')?.id, 'the same contact, for the new record');
    assert.equal(named(after, 'removed-in-quo'), undefined, 'deleted in Quo, it waits for a call');
    assert.ok(
        (await world.records('Contact')).some(({ Id }) => Id === ids['removed-in-quo']),
        'never in Salesforce'
    );

    await orgControl(world, 'undelete', { type: 'Contact', ids: [ids['revived']] });
    const call = { kind: 'call', direction: 'incoming', inbox: 'principal', who: ['+14385551011'], ends: 'answered' };
    await world.control('emit', { of: call, type: 'call.ringing', key: 'again' });
    await once(
        (all) =>
            named(all, 'revived') !== undefined && named(all, 'removed-in-quo')?.role?.includes('Nouvelle') === true
    );
    // Every write of ours came back as `contact.updated`: nothing goes round in circles.
    const [told] = await world.query<{ n: number }>(
        "select count(*)::int as n from deliveries where type = 'contact.updated'"
    );
    assert.ok((told?.n ?? 0) > 20, `${told?.n} were told`);
    const asked = await contactRequests(world);
    await sleep(4_000);
    assert.deepEqual(await contactRequests(world), asked);
});

test('a filter by any field of the org is followed when a record enters it, and takes nobody out who leaves it', async () => {
    // Whoever filters by a field lets the integration user read it, which this profile does.
    const runAs = { ...ownPackage().runAs, profile: 'Salesforce API Only System Integrations' };
    const filter = { contactFilter: { fields: { leadsource: ['Salon'] } } };
    const { world, ids, once, named } = await populated(1, filter, { runAs });
    const work = await salesforceUser(world);
    await work('PATCH', `Contact/${ids['edited']}`, { LeadSource: 'Salon' });
    await work('PATCH', `Lead/${ids['converted']}`, { LeadSource: 'Salon' });
    const first = await once((all) => all.size === 2);
    assert.ok(named(first, 'edited') !== undefined && named(first, 'converted') !== undefined);
    await work('PATCH', `Contact/${ids['moved']}`, { LeadSource: 'salon' });
    await work('PATCH', `Contact/${ids['edited']}`, { LeadSource: 'Web', Title: 'Présidente' });
    const second = await once((all) => named(all, 'edited')?.role?.startsWith('Présidente') === true);
    const third = named(second, 'moved') === undefined ? await once((all) => all.size === 3) : second;
    assert.equal(third.size, 3);
});
