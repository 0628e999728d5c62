import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg } from '../contract-org.ts';

/** Saturday 2026-01-31, 23:30 in Toronto, when it is Sunday in UTC. */
const NOW = Date.parse('2026-02-01T04:30:00Z');
const org = await contractOrg({ clock: () => NOW });

const north = await org.create('Account', { Name: 'Nord', AnnualRevenue: 10, NumberOfEmployees: 3 });
const south = await org.create('Account', { Name: 'SUD', AnnualRevenue: 20.5, Industry: 'Energy', ParentId: north });
await org.create('Account', { Name: '50% _off_', Industry: 'Retail' });
await org.create('Contact', { LastName: 'Un', AccountId: north, Email: 'un@example.com' });
await org.create('Contact', { LastName: 'Deux', AccountId: south });
await org.create('Contact', { LastName: 'Sans' });

const task = (Subject: string, at: string, day: string) =>
    org.create('Task', { Subject, Quo_Started_At__c: at, ActivityDate: day });
await task('saturday', '2026-02-01T04:00:00Z', '2026-01-31');
await task('friday', '2026-01-31T04:59:59Z', '2026-01-30');
await task('sunday', '2026-02-01T05:00:00Z', '2026-02-01');
await task('last year', '2025-12-31T23:00:00-05:00', '2025-12-31');
await org.create('Task', { Subject: 'no day' });

const ALL = '50% _off_, Nord, SUD';
/** What WHERE finds among the three accounts, by name. */
const ACCOUNTS: readonly (readonly [string, string])[] = [
    ["Name = 'nord'", 'Nord'],
    ["Name != 'nord'", '50% _off_, SUD'],
    ["Name <> 'nord'", '50% _off_, SUD'],
    ["Name > 'Nord'", 'SUD'],
    ["Name >= 'Nord'", 'Nord, SUD'],
    ["Name < 'nord'", '50% _off_'],
    ['AnnualRevenue = 20.5', 'SUD'],
    ['AnnualRevenue > 10', 'SUD'],
    ['AnnualRevenue <= 10', 'Nord'],
    // A field without a value is not greater, less or like anything; it differs from every value.
    ['AnnualRevenue != 10', '50% _off_, SUD'],
    ['AnnualRevenue = null', '50% _off_'],
    ['AnnualRevenue != null', 'Nord, SUD'],
    ['(NOT AnnualRevenue > 10)', '50% _off_, Nord'],
    ["Industry = ''", 'Nord'],
    ["Industry IN ('energy', 'RETAIL')", '50% _off_, SUD'],
    ["Industry IN ('Energy', null)", 'Nord, SUD'],
    ["Industry NOT IN ('Energy')", '50% _off_, Nord'],
    ['IsDeleted = false', ALL],
    ['IsDeleted = TRUE', ''],
    ["Name LIKE 'n%'", 'Nord'],
    ["Name LIKE '_ud'", 'SUD'],
    ["Name LIKE '%\\%%'", '50% _off_'],
    ["Name LIKE '% \\_off\\_'", '50% _off_'],
    ["Name LIKE 'nor'", ''],
    ["(NOT Name LIKE '%d')", '50% _off_'],
    ["Industry LIKE '%'", '50% _off_, SUD'],
    ["Parent.Name = 'Nord'", 'SUD'],
    ['Parent.Name = null', '50% _off_, Nord'],
    [`ParentId = '${north.slice(0, 15)}'`, 'SUD'],
    [`Id IN ('${south}', '${north.slice(0, 15)}')`, 'Nord, SUD'],
    [`Id > '${north}'`, '50% _off_, SUD'],
    ["(Name = 'Nord' OR Industry = 'Retail') AND AnnualRevenue = null", '50% _off_'],
    ["Name = 'Nord' OR (Industry = 'Energy' AND AnnualRevenue > 100)", 'Nord'],
    ['Id IN (SELECT AccountId FROM Contact)', 'Nord, SUD'],
    ['Id NOT IN (SELECT AccountId FROM Contact)', '50% _off_'],
    ['Id IN (SELECT AccountId FROM Contact WHERE Email != null) AND ParentId = null', 'Nord'],
    ['CreatedDate = TODAY AND CreatedDate >= 2026-02-01T04:30:00Z', ALL],
    ['CreatedDate > 2026-01-31T23:30:00-05:00', ''],
    ['CreatedDate IN (YESTERDAY, LAST_YEAR)', ''],
    ['CreatedDate NOT IN (TODAY)', ''],
    ['CALENDAR_YEAR(CreatedDate) = 2026', ALL],
    // UTC has Sunday; the user's own zone is still in January.
    ['DAY_ONLY(CreatedDate) = 2026-02-01', ALL],
    ['CALENDAR_MONTH(convertTimezone(CreatedDate)) = 1', ALL]
];

test('every operator finds what it says, with and without values (SOQL reference, Comparison Operators)', async () => {
    for (const [where, expected] of ACCOUNTS) {
        const rows = await org.query(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`);
        assert.equal(rows.map(({ Name }) => Name).join(', '), expected, where);
    }
});

/** What a date literal finds by the instant of the call, and by the day of the task. */
const LITERALS: readonly (readonly [string, string, string])[] = [
    ['= TODAY', 'saturday', 'saturday'],
    ['= YESTERDAY', 'friday', 'friday'],
    ['= TOMORROW', 'sunday', 'sunday'],
    ['!= TODAY', 'friday, last year, no day, sunday', 'friday, last year, no day, sunday'],
    ['> TODAY', 'sunday', 'sunday'],
    ['< TODAY', 'friday, last year', 'friday, last year'],
    ['<= YESTERDAY', 'friday, last year', 'friday, last year'],
    ['>= TODAY', 'saturday, sunday', 'saturday, sunday'],
    ['= THIS_WEEK', 'friday, saturday', 'friday, saturday'],
    ['= NEXT_WEEK', 'sunday', 'sunday'],
    ['= THIS_MONTH', 'friday, saturday', 'friday, saturday'],
    ['= LAST_MONTH', 'last year', 'last year'],
    ['= THIS_YEAR', 'friday, saturday, sunday', 'friday, saturday, sunday'],
    ['= LAST_N_DAYS:1', 'friday, saturday', 'friday, saturday'],
    ['= NEXT_N_DAYS:1', 'sunday', 'sunday'],
    ['= N_DAYS_AGO:1', 'friday', 'friday'],
    ['= LAST_90_DAYS', 'friday, last year, saturday', 'friday, last year, saturday'],
    ['= LAST_N_QUARTERS:1', 'last year', 'last year'],
    ['IN (TODAY, LAST_YEAR)', 'last year, saturday', 'last year, saturday'],
    ['NOT IN (TODAY, null)', 'friday, last year, sunday', 'friday, last year, sunday'],
    ['= today', 'saturday', 'saturday']
];

test('a date literal is a day of the user’s time zone, for dates and for times (SOQL reference, Date Formats and Date Literals)', async () => {
    const found = async (where: string): Promise<string> =>
        (await org.query(`SELECT Subject FROM Task WHERE ${where} ORDER BY Subject`))
            .map(({ Subject }) => Subject)
            .join(', ');
    for (const [literal, byInstant, byDay] of LITERALS) {
        assert.equal(await found(`Quo_Started_At__c ${literal}`), byInstant, `instant ${literal}`);
        assert.equal(await found(`ActivityDate ${literal}`), byDay, `day ${literal}`);
    }
});

test('reading on from the last Id finds every record once (SOQL reference, ORDER BY; keyset paging)', async () => {
    const records = Array.from({ length: 150 }, (_, index) => ({
        attributes: { type: 'Lead' },
        LastName: `L${index}`,
        Company: 'Co'
    }));
    const made = await org.call<{ id: string }[]>('POST', 'composite/sobjects', { records });
    const seen: string[] = [];
    for (let pages = 0; pages < 20; pages += 1) {
        const after = seen.length === 0 ? '' : ` WHERE Id > '${seen.at(-1)}'`;
        const page = await org.query(`SELECT Id FROM Lead${after} ORDER BY Id LIMIT 13`);
        if (page.length === 0) break;
        seen.push(...page.map(({ Id }) => String(Id)));
    }
    assert.deepEqual(
        seen,
        made.body.map(({ id }) => id)
    );
});
