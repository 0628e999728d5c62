import { findField, packagedFields } from '../fields.ts';
import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { CUSTOM_OBJECT_FIELDS, STANDARD_FIELDS, STANDARD_OBJECTS, STANDARD_RELATIONSHIPS } from '../standard.ts';
import { all, text, type Element } from 'salesforce-metadata/xml.ts';

/** @returns the object that a table of a report type is about: `Account.Sona_Calls__r` → `Sona_Call__c` */
function objectOf(model: PackageModel, table: string): string | undefined {
    if (STANDARD_RELATIONSHIPS[table]) return STANDARD_RELATIONSHIPS[table];
    const [base = '', relationship] = table.split('.');
    if (relationship === undefined) {
        return base === 'Activity' || STANDARD_OBJECTS.includes(base) || model.find('object', base) ? base : undefined;
    }
    const child = packagedFields(model).find(
        (field) => field.referenceTo === base && `${field.relationshipName}__r` === relationship
    );
    return child?.object;
}

function hasField(model: PackageModel, object: string, name: string): boolean {
    const standard =
        model.find('object', object) && object.endsWith('__c') ? CUSTOM_OBJECT_FIELDS : STANDARD_FIELDS[object];
    return (standard ?? []).includes(name) || findField(model, object, name) !== undefined;
}

function checkSection(model: PackageModel, tables: readonly string[], section: Element): string[] {
    const found: string[] = [];
    for (const column of all(section, 'columns')) {
        const table = text(column, 'table') ?? '';
        const field = text(column, 'field') ?? '';
        const object = objectOf(model, table);
        if (!tables.includes(table)) found.push(`takes ${field} from ${table}, which it does not join`);
        else if (object && !hasField(model, object, field)) found.push(`shows ${table}.${field}, which is not there`);
    }
    return found;
}

function checkReportType(model: PackageModel, type: Component): string[] {
    const base = text(type.root, 'baseObject') ?? '';
    const joined = all(type.root, 'join').map((join) => `${base}.${text(join, 'relationship')}`);
    const tables = [base, ...joined];
    return [
        ...tables.filter((table) => !objectOf(model, table)).map((table) => `joins ${table}, which is not there`),
        ...all(type.root, 'sections').flatMap((section) => checkSection(model, tables, section))
    ];
}

/** @returns the columns that a report of that type may use, as reports spell them: `Activity$Subject` */
export function reportColumns(type: Component): ReadonlySet<string> {
    const columns = all(type.root, 'sections').flatMap((section) => all(section, 'columns'));
    return new Set(columns.map((column) => `${text(column, 'table')}$${text(column, 'field')}`));
}

/** @returns the packaged field behind `Account.Sona_Calls__r$Outcome__c`, if it is one */
export function reportField(model: PackageModel, column: string): ReturnType<typeof findField> {
    const [table = '', name = ''] = column.split('$');
    return findField(model, objectOf(model, table) ?? '', name);
}

/** Report types join relationships that exist and show fields of what they join. */
export function checkReportTypes(model: PackageModel): Problem[] {
    return model
        .of('reportType')
        .flatMap((type) => checkReportType(model, type).map((message) => problem(type.file, message)));
}
