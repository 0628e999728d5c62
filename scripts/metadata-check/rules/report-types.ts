import type { Component, PackageModel } from 'salesforce-metadata/package-model.ts';
import { problem, type Problem } from 'salesforce-metadata/problem.ts';
import { all, deep, text, texts } from 'salesforce-metadata/xml.ts';

/** Objects that a report type joins, the first one included. */
const OBJECTS = 4;

function checkReportType(type: Component): string[] {
    const found: string[] = [];
    const columns = all(type.root, 'sections')
        .flatMap((section) => all(section, 'columns'))
        .map((column) => ({ table: text(column, 'table') ?? '', field: text(column, 'field') ?? '' }));
    for (const { table, field } of columns) {
        if (columns.filter((other) => other.table === table && other.field === field).length > 1)
            found.push(`shows ${table}.${field} twice`);
        // Of two fields with one API name an org shows one ("Considerations for Custom Report Types").
        else if (field.endsWith('__c') && columns.some((other) => other.field === field && other.table !== table))
            found.push(`shows ${field} of two objects, of which an org keeps one`);
    }
    if (columns.length === 0) found.push('shows no column');
    if (deep(type.root, 'relationship').length >= OBJECTS) found.push(`joins more than ${OBJECTS} objects`);
    if (texts(type.root, 'deployed').join() !== 'true') found.push('is not deployed: nobody would see it');
    return found;
}

/** Report types show each field once, of few enough objects, to everybody. */
export function checkReportTypeRules(model: PackageModel): Problem[] {
    return model
        .of('reportType')
        .flatMap((type) => [...new Set(checkReportType(type))].map((message) => problem(type.file, message)));
}
