/**
 * Compiles every built bundle with the platform's own compiler and checks what each one refers to.
 * Runs in a folder of its own, because that compiler carries another major of LWC than the tests do.
 */
import fs from 'node:fs';
import path from 'node:path';
import * as compiler from '@lwc/sfdc-lwc-compiler';

const FORCE_APP = path.resolve(import.meta.dirname, '../../force-app/main/default');
const LWC = path.join(FORCE_APP, 'lwc');
const { compile } = compiler.default ?? compiler;

/** Modules of the platform that the package may use. */
const ALLOWED = new Set([
    'lightning/graphql',
    'lightning/navigation',
    'lightning/pageReferenceUtils',
    'lightning/platformShowToastEvent',
    'lightning/refresh',
    'lightning/uiObjectInfoApi',
    'lightning/uiRecordApi',
    'lwc'
]);
const labels = fs.readFileSync(path.join(FORCE_APP, 'labels/CustomLabels.labels-meta.xml'), 'utf8');
const fieldFile = (object, field) =>
    path.join(FORCE_APP, 'objects', object === 'Task' ? 'Activity' : object, 'fields', `${field}.field-meta.xml`);

/** @returns why a reference cannot be right, or undefined */
function faultOf({ type, id }) {
    if (type === 'label') {
        const name = id.replace(/^c\./, '');
        return labels.includes(`<fullName>${name}</fullName>`) ? undefined : `no label ${name}`;
    }
    if (type === 'customPermission') {
        const file = path.join(FORCE_APP, 'customPermissions', `${id}.customPermission-meta.xml`);
        return fs.existsSync(file) ? undefined : `no custom permission ${id}`;
    }
    if (type === 'sobjectField' || type === 'schema') {
        const [object, field] = id.split('.');
        return !field || !field.endsWith('__c') || fs.existsSync(fieldFile(object, field))
            ? undefined
            : `no field ${id}`;
    }
    if (type === 'module' && id.startsWith('c/')) {
        return fs.existsSync(path.join(LWC, id.slice(2))) ? undefined : `no bundle ${id}`;
    }
    if (type === 'module' && !ALLOWED.has(id) && !id.startsWith('@salesforce/')) return `module ${id} is not allowed`;
    return undefined;
}

function filesOf(name) {
    const dir = path.join(LWC, name);
    return Object.fromEntries(
        fs
            .readdirSync(dir, { recursive: true, encoding: 'utf8' })
            .filter((file) => /\.(js|html|css)$/.test(file) && !file.startsWith('__tests__'))
            .map((file) => [file, fs.readFileSync(path.join(dir, file), 'utf8')])
    );
}

let faults = 0;
const names = fs.readdirSync(LWC).filter((name) => fs.existsSync(path.join(LWC, name, `${name}.js-meta.xml`)));
const report = (name, text) => {
    faults += 1;
    console.error(`${name}: ${text}`);
};
for (const name of names) {
    const files = filesOf(name);
    if (!files[`${name}.js`]) {
        report(name, 'has no built .js: run `npm run build:lwc` first');
        continue;
    }
    const result = await compile({ bundle: { namespace: 'c', name, type: 'platform', files }, outputConfigs: [{}] });
    for (const { level, message } of result.diagnostics ?? []) if (level <= 1) report(name, message);
    if (!result.success) report(name, 'does not compile');
    for (const reference of result.metadata?.references ?? []) {
        const fault = faultOf(reference);
        if (fault) report(name, fault);
    }
}
console.log(`${names.length} bundles compiled by the platform's compiler, ${faults} faults.`);
process.exitCode = faults ? 1 : 0;
