import assert from 'node:assert/strict';
import test from 'node:test';
import { parseSoql } from '../../soql/parse.ts';
import { contractOrg } from '../contract-org.ts';

const org = await contractOrg();
const NAMES = 'Please reference your WSDL or the describe call for the appropriate names.';
const column = (name: string, entity: string): string =>
    `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${NAMES}`;
const relationship = (name: string): string =>
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${NAMES}`;
const entity = (name: string): string =>
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${NAMES}`;
const criterion = (field: string, type: string, not: string): string =>
    `value of filter criterion for field '${field}' must be of type ${type} and should ${not}be enclosed in quotes`;

/** Query, code, and how the message ends. */
type Case = readonly [soql: string, errorCode: string, ending: string];

async function check(cases: readonly Case[]): Promise<void> {
    for (const [soql, errorCode, ending] of cases) {
        const error = await org.queryError(soql);
        assert.equal(error.errorCode, errorCode, soql.slice(0, 120));
        assert.ok(error.message.endsWith(ending), `${soql.slice(0, 120)}\n${error.message}`);
    }
}

test('names that are none are refused where they stand (SOAP guide, INVALID_FIELD and INVALID_TYPE)', () =>
    check([
        ['SELECT Nope FROM Account', 'INVALID_FIELD', column('Nope', 'Account')],
        ['SELECT Owner.Nope FROM Account', 'INVALID_FIELD', column('Nope', 'User')],
        ['SELECT Who.Account FROM Task', 'INVALID_FIELD', column('Account', 'Name')],
        ['SELECT What FROM Task', 'INVALID_FIELD', column('What', 'Task')],
        ['SELECT Nope.Id FROM Account', 'INVALID_FIELD', relationship('Nope')],
        ['SELECT Who.Account.Name FROM Task', 'INVALID_FIELD', relationship('Account')],
        ['SELECT (SELECT Id FROM Nope) FROM Account', 'INVALID_FIELD', relationship('Nope')],
        ['SELECT (SELECT Nope FROM Contacts) FROM Account', 'INVALID_FIELD', column('Nope', 'Contact')],
        ["SELECT Id FROM Account WHERE Nope = 'x'", 'INVALID_FIELD', column('Nope', 'Account')],
        ['SELECT Id FROM Account ORDER BY Nope', 'INVALID_FIELD', column('Nope', 'Account')],
        ['SELECT COUNT(Nope) FROM Account', 'INVALID_FIELD', column('Nope', 'Account')],
        ['SELECT Id FROM Nothing', 'INVALID_TYPE', entity('Nothing')],
        ['SELECT TYPEOF What WHEN Contact THEN Name END FROM Task', 'INVALID_TYPE', entity('Contact')],
        ['SELECT TYPEOF What WHEN Account THEN Nope END FROM Task', 'INVALID_FIELD', column('Nope', 'Account')]
    ]));

test('a literal of another type than the field’s is refused (SOQL reference, fieldExpression Syntax)', () =>
    check([
        ['SELECT Id FROM Account WHERE Name = 1', 'INVALID_FIELD', criterion('Name', 'string', '')],
        ['SELECT Id FROM Account WHERE Name = TODAY', 'INVALID_FIELD', criterion('Name', 'string', '')],
        ['SELECT Id FROM Account WHERE Name LIKE 5', 'INVALID_FIELD', criterion('Name', 'string', '')],
        [
            "SELECT Id FROM Account WHERE NumberOfEmployees = '1'",
            'INVALID_FIELD',
            criterion('NumberOfEmployees', 'int', 'not ')
        ],
        [
            "SELECT Id FROM Account WHERE AnnualRevenue > '1'",
            'INVALID_FIELD',
            criterion('AnnualRevenue', 'double', 'not ')
        ],
        ["SELECT Id FROM Account WHERE IsDeleted = 'true'", 'INVALID_FIELD', criterion('IsDeleted', 'boolean', 'not ')],
        [
            'SELECT Id FROM Account WHERE CreatedDate = 2026-01-31',
            'INVALID_FIELD',
            criterion('CreatedDate', 'dateTime', 'not ')
        ],
        [
            'SELECT Id FROM Task WHERE ActivityDate > 2026-01-31T00:00:00Z',
            'INVALID_FIELD',
            criterion('ActivityDate', 'date', 'not ')
        ],
        [
            "SELECT Id FROM Task WHERE ActivityDate IN ('2026-01-31')",
            'INVALID_FIELD',
            criterion('ActivityDate', 'date', 'not ')
        ],
        [
            "SELECT COUNT(Id) FROM Account GROUP BY Industry HAVING COUNT(Id) > '1'",
            'INVALID_FIELD',
            criterion('Id', 'int', 'not ')
        ]
    ]));

test('operators that a field’s type lacks are refused (SOQL reference, Comparison Operators)', () =>
    check([
        [
            "SELECT Id FROM Task WHERE WhoId LIKE '003%'",
            'INVALID_QUERY_FILTER_OPERATOR',
            'invalid operator on reference field'
        ],
        [
            "SELECT Id FROM Task WHERE ActivityDate LIKE '2026%'",
            'INVALID_QUERY_FILTER_OPERATOR',
            'invalid operator on date field'
        ],
        [
            'SELECT Id FROM Account WHERE IsDeleted > false',
            'INVALID_QUERY_FILTER_OPERATOR',
            'invalid operator on boolean field'
        ],
        [
            "SELECT Id FROM Account WHERE Name INCLUDES ('a')",
            'INVALID_QUERY_FILTER_OPERATOR',
            'includes and excludes operators are only valid on multipicklist fields'
        ],
        ["SELECT Id FROM Task WHERE WhoId = 'x'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: x'],
        [
            "SELECT Id FROM Task WHERE Description = 'x'",
            'INVALID_FIELD',
            "field 'Description' can not be filtered in a query call"
        ],
        [
            'SELECT Id FROM Account WHERE BillingAddress = null',
            'INVALID_FIELD',
            "field 'BillingAddress' can not be filtered in a query call"
        ],
        [
            'SELECT Id FROM Task ORDER BY Description',
            'INVALID_FIELD',
            "field 'Description' can not be sorted in a query call"
        ]
    ]));

const SAME_TYPE = (inner: string, outer: string): string =>
    `The selected field '${inner}' in the subquery and the left operand field in the where expression in the outer query '${outer}' should point to the same object type`;
const joined = (inner: string, outer = 'Id'): string => `SELECT Id FROM Account WHERE ${outer} IN (${inner})`;
const OF_CONTACT = '(SELECT AccountId FROM Contact)';

test('semi-joins keep their limits (SOQL reference, Semi-Joins with IN and Anti-Joins with NOT IN)', () =>
    check(
        (
            [
                [
                    'SELECT Id FROM Contact WHERE Id IN (SELECT WhoId FROM Task)',
                    "Entity 'Task' is not supported for semi join inner selects"
                ],
                [
                    'SELECT Id FROM Contact WHERE Id NOT IN (SELECT WhoId FROM Event)',
                    "Entity 'Event' is not supported for semi join inner selects"
                ],
                [
                    joined('SELECT ParentId FROM Account'),
                    'The inner and outer selects should not be on the same object type'
                ],
                [joined('SELECT OwnerId FROM Contact'), SAME_TYPE('OwnerId', 'Id')],
                [
                    joined('SELECT Name FROM Contact'),
                    "Semi join sub-selects can only query id fields, cannot use: 'Name'"
                ],
                [
                    joined('SELECT AccountId FROM Contact', 'Name'),
                    "The left operand field in the where expression for outer query should be an id field, cannot use: 'Name'"
                ],
                [joined('SELECT AccountId, Id FROM Contact'), 'Semi join sub-selects can only select one field'],
                [joined('SELECT AccountId FROM Contact LIMIT 1'), "unexpected token: 'LIMIT'"],
                [joined('SELECT AccountId FROM Contact ORDER BY Id'), "unexpected token: 'ORDER'"],
                [
                    joined('SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM OpportunityContactRole)'),
                    'Nesting of semi join sub-selects is not supported'
                ],
                [
                    `SELECT Id FROM Account WHERE Name = 'x' OR Id IN ${OF_CONTACT}`,
                    "Semi join sub-selects are not allowed with the 'OR' operator"
                ],
                [
                    `SELECT Id FROM Account WHERE Name = 'x' AND (Name = 'y' OR Id IN ${OF_CONTACT})`,
                    'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.'
                ],
                [
                    `SELECT Id FROM Account WHERE Id IN ${OF_CONTACT} AND Id NOT IN ${OF_CONTACT} AND Id IN ${OF_CONTACT}`,
                    'Maximum 2 semi join sub-selects are allowed'
                ]
            ] as const
        ).map(([soql, ending]): Case => [soql, 'MALFORMED_QUERY', ending])
    ));

test('statements that are none, or beyond the limits, are refused (SOQL reference, SOQL and SOSL Limits)', async () => {
    await check([
        ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000'],
        ['SELECT Id FROM Account HAVING COUNT(Id) > 1', 'MALFORMED_QUERY', "unexpected token: 'HAVING'"],
        ['SELECT COUNT() FROM Account GROUP BY Industry', 'MALFORMED_QUERY', "unexpected token: 'COUNT'"],
        ['SELECT COUNT(Id), COUNT() FROM Account', 'MALFORMED_QUERY', "unexpected token: 'COUNT'"],
        ['SELECT COUNT() FROM Account ORDER BY Name', 'MALFORMED_QUERY', "unexpected token: 'ORDER'"],
        ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY', 'Field must be grouped or aggregated: Name'],
        ['SELECT Name n FROM Account', 'MALFORMED_QUERY', 'only aggregate expressions use field aliasing'],
        ['SELECT Name, name FROM Account', 'MALFORMED_QUERY', 'duplicate field selected: name'],
        ['SELECT Id, FROM Account', 'MALFORMED_QUERY', "unexpected token: 'FROM'"],
        ["SELECT Id FROM Account WHERE Name == 'a'", 'MALFORMED_QUERY', "unexpected token: '='"]
    ]);
    const wrong = [
        '',
        'SELECT * FROM Account',
        'SELECT Id FROM',
        'SELECT Id FROM Account LIMIT -1',
        'SELECT Id FROM Account LIMIT many',
        "SELECT Id FROM Account WHERE Name = 'x",
        'SELECT Id FROM Account WHERE Id IN ()',
        'SELECT Id FROM Account WHERE CreatedDate = SOMEDAY',
        'SELECT Id FROM Account WHERE CreatedDate = 2026-01-31T00:00:00',
        "UPDATE Account SET Name = 'x'",
        'SELECT Id FROM Account; DELETE FROM Account'
    ];
    for (const soql of wrong)
        assert.equal((await org.queryError(soql)).errorCode, 'MALFORMED_QUERY', soql.slice(0, 80));
    const long = `SELECT Id FROM Account WHERE Name IN (${"'x', ".repeat(20_000)}'y')`;
    assert.throws(() => parseSoql(long), /cannot be longer than 100,000 characters/);
});

test('an unknown name is pointed at: the text around it, a caret, row and column (SOAP guide, MALFORMED_QUERY)', async () => {
    const { message } = await org.queryError("SELECT Id\nFROM Account\nWHERE Nope = 'x'");
    const [blank, shown, caret, place] = message.split('\n');
    assert.equal(blank, '');
    assert.equal((shown ?? '').slice((caret ?? '').indexOf('^')).slice(0, 4), 'Nope');
    assert.equal(place, 'ERROR at Row:3:Column:7');
});
