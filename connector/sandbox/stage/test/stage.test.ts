import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orgModules } from '../build/org-modules.ts';
import { baseComponents } from '../build/tags.ts';
import { choicesIn, queryOf } from '../choices.ts';
import { html, scriptJson } from '../html.ts';
import { labelsOf } from '../labels.ts';
import { grantsOf } from '../org-client.ts';

const load = (id: string, namespace = ''): unknown => {
    const plugin = orgModules(namespace);
    return typeof plugin.load === 'function' ? Reflect.apply(plugin.load, {}, [`\0org:${id}`]) : undefined;
};

test('names of people are text on the stage, never markup', () => {
    const name = `<script>alert("1")</script> & 'co'`;
    assert.equal(html`<p title="${name}">${name}</p>`.text.includes('<script>'), false);
    assert.equal(html`${html`<b>x</b>`}`.text, '<b>x</b>');
    assert.equal(html`${undefined}${false}${0}`.text, '0');
});

test('data inside a script cannot end it', () => {
    assert.equal(scriptJson({ a: '</script>\u2028' }).text, '{"a":"\\u003c/script>\\u2028"}');
});

test('the choices of a page survive its links', () => {
    const choices = { language: 'en', theme: '1', rights: 'Quo_User' } as const;
    assert.deepEqual(choicesIn(new URLSearchParams(queryOf(choices))), choices);
});

test('a page without choices is French, in the newer theme, for a user who may listen', () => {
    const { language, theme, rights } = choicesIn(new URLSearchParams('lang=xx&theme=9'));
    assert.deepEqual([language, theme, grantsOf(rights).toSorted()], ['fr', '2', ['Quo_Listen', 'Quo_Use']]);
});

test('rights grant what the permission sets of the package grant', () => {
    assert.deepEqual(grantsOf(''), []);
    assert.deepEqual(grantsOf('Quo_User'), ['Quo_Use']);
});

test('every label of the package has its word in both languages', () => {
    const [english, french] = [labelsOf('en'), labelsOf('fr')];
    assert.deepEqual(Object.keys(french).toSorted(), Object.keys(english).toSorted());
    assert.equal(french['Quo_Timeline_Today'], 'Aujourd’hui');
    assert.equal(english['Quo_Timeline_Today'], 'Today');
});

test('names are resolved as the platform does: custom ones with the namespace, standard ones without', () => {
    const field = load('@salesforce/schema/Task.Quo_Kind__c', 'quo');
    assert.equal(field, 'export default {"objectApiName":"Task","fieldApiName":"quo__Quo_Kind__c"};');
    const object = load('@salesforce/schema/Sona_Call__c', 'quo');
    assert.equal(object, 'export default {"objectApiName":"quo__Sona_Call__c","fieldApiName":""};');
    assert.match(String(load('@salesforce/schema/Sona_Call__c')), /"Sona_Call__c"/);
});

test('the base components to build are those that the templates name', () => {
    const names = baseComponents();
    assert.ok(names.includes('lightning/buttonIcon') && names.includes('lightning/formattedDateTime'));
    assert.ok(names.every((name) => /^lightning\/[a-zA-Z]+$/.test(name)));
});
