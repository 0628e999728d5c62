import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CurrentPreferences, FillableField, PreferenceOptions } from '../../src/application/preferences/model.ts';
import { faultsAt } from '../../src/console/preferences/fault-text.ts';
import { preferenceFields } from '../../src/console/preferences/preference-fields.ts';
import { formStateOf, readPreferencesForm, savingOf } from '../../src/console/preferences/preferences-form.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/domain/preferences/preferences.ts';
import { wordsOf } from '../../src/locales/catalogue.ts';
import { fieldsOf, formOf, type Field } from '../preferences/sent-form.ts';

const field = (name: string, isRequired: boolean, shape: object = {}): FillableField => ({
    ...{ name, label: name.replace('__c', ''), isRequired },
    shape: { type: 'string', length: 40, isWritable: true, ...shape }
});
const listed = (...values: string[]) => ({
    type: 'picklist',
    values: values.map((value) => ({ value, label: `The ${value}` }))
});
const options: PreferenceOptions = {
    ...{ inboxes: [], quoUsers: [], orgUsers: [], pairings: [], questions: [] },
    fields: {
        ...{ phones: { Contact: [], Lead: [], Account: [] }, sona: [], filter: [] },
        fillable: {
            Task: [
                field('RecordTypeId', false, listed('012A', '012B')),
                field('Billable__c', false, { type: 'boolean' })
            ],
            Lead: [
                field('Region__c', true),
                field('Rating', false, listed('Hot', 'Cold')),
                field('Due__c', false, { type: 'date' })
            ]
        }
    }
};
const words = wordsOf('en');

function chosenWith(preferences: Partial<Preferences>): CurrentPreferences {
    const chosen = { ...DEFAULT_PREFERENCES, ...preferences };
    return {
        preferences: chosen,
        isFixed: false,
        retentionDays: 30,
        recordingsNeedSignIn: false,
        recordingsInPlaceDays: 30
    };
}

function pageWith(preferences: Partial<Preferences>): string {
    const chosen = chosenWith(preferences);
    const spare = { answers: 0, conditions: 0, defaults: 0 };
    const view = { chosen, options, filled: formStateOf(chosen), faultAt: faultsAt([], words), spare };
    return `<form class="choices">${preferenceFields(view, words).text}</form>`;
}

/** What is saved of the page once somebody changed these fields of it. */
function savedWith(preferences: Partial<Preferences>, changes: readonly Field[]): Record<string, unknown> {
    const names = changes.map(([name]) => name);
    const sent = [...fieldsOf(pageWith(preferences)).filter(([name]) => !names.includes(name)), ...changes];
    const chosen = chosenWith(preferences);
    return savingOf(readPreferencesForm(formOf(sent), options, chosen), chosen).preferences as Record<string, unknown>;
}

test('what the org requires is said, until it has a value', () => {
    assert.match(pageWith({}), /The org requires: Region\. Without a value it refuses the record\./);
    assert.doesNotMatch(pageWith({ leadFields: [{ field: 'Region__c', value: 'North' }] }), /The org requires/);
});

test('a field with a list shows its values, a box shows yes and no', () => {
    const page = pageWith({
        leadFields: [{ field: 'Rating', value: 'Hot' }],
        taskFields: [{ field: 'Billable__c', value: true }]
    });
    assert.match(page, /name="leadFields\.0\.value"[\s\S]*?<option value="Cold" >The Cold/);
    assert.match(page, /name="taskFields\.0\.value"[\s\S]*?<option value="true" selected>Yes/);
});

test('a field that was just chosen shows its values beside what is missing, once it is sent', () => {
    const chosen = chosenWith({});
    const others = fieldsOf(pageWith({})).filter(([name]) => name !== 'leadFields.0.field');
    const sent: Field[] = [...others, ['leadFields.0.field', 'Rating']];
    const filled = readPreferencesForm(formOf(sent), options, chosen);
    const faultAt = faultsAt([{ at: 'leadFields.0.value', why: 'incomplete', seen: '' }], words);
    const view = { chosen, options, filled, faultAt, spare: { answers: 0, conditions: 0, defaults: 0 } };
    assert.match(
        preferenceFields(view, words).text,
        /name="leadFields\.0\.value"[\s\S]*?<option value="Cold" >The Cold/
    );
});

test('a field that holds a day says how one is written, in both languages', () => {
    const page = pageWith({ leadFields: [{ field: 'Due__c', value: 'TODAY+3', relative: 'date' }] });
    assert.match(page, /value="TODAY\+3"[\s\S]*?counted from the day of the call or text/);
    assert.match(wordsOf('fr').preferences.form.defaults.days, /TODAY\+3/);
});

test('a row that is filled in is saved, by kind, and one that is emptied is gone', () => {
    const taskFields = [{ field: 'RecordTypeId', value: '012A' }] as const;
    const added = savedWith({ taskFields }, [
        ['taskFields.1.field', 'RecordTypeId'],
        ['taskFields.1.value', '012B'],
        ['taskFields.1.on', 'call']
    ]);
    assert.deepEqual(added['taskFields'], [
        { field: 'RecordTypeId', value: '012A' },
        { field: 'RecordTypeId', value: '012B', on: 'call' }
    ]);
    const emptied = savedWith({ taskFields }, [
        ['taskFields.0.field', ''],
        ['taskFields.0.value', '']
    ]);
    assert.deepEqual(emptied['taskFields'], []);
});
