import type { FieldType } from '@jetstreamapp/soql-parser-js';
import type { QueryResult } from '../soql/run.ts';

interface ColumnMetadata {
    aggregate: boolean;
    apexType: string | null;
    booleanType: boolean;
    columnName: string;
    custom: boolean;
    displayName: string;
    foreignKeyName: string | null;
    insertable: boolean;
    joinColumns: ColumnMetadata[];
    numberType: boolean;
    textType: boolean;
    updatable: boolean;
}

const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);

/** `columns=true`: what the query's columns are, instead of its records. */
export function describeColumns(result: QueryResult): unknown {
    return {
        columnMetadata: columnsOf(result, result.query.fields ?? []),
        entityName: result.object.name,
        groupBy: result.query.groupBy !== undefined,
        idSelected: (result.query.fields ?? []).some(
            (item) => item.type === 'Field' && item.field.toLowerCase() === 'id'
        ),
        keyPrefix: result.object.keyPrefix
    };
}

function columnsOf(result: QueryResult, fields: readonly FieldType[]): ColumnMetadata[] {
    const columns: ColumnMetadata[] = [];
    for (const item of fields) {
        if (item.type === 'FieldRelationship') addJoined(columns, item.relationships, item.field);
        else if (item.type === 'FieldSubquery') {
            const joined = (item.subquery.fields ?? []).map((field) => column('field' in field ? field.field : ''));
            columns.push({ ...column(item.subquery.relationshipName), aggregate: true, joinColumns: joined });
        } else if (item.type === 'FieldFunctionExpression') {
            columns.push({ ...column(item.alias ?? item.functionName), aggregate: true });
        } else columns.push(fieldColumn(result, item.field));
    }
    return columns;
}

function addJoined(columns: ColumnMetadata[], relationships: readonly string[], field: string): void {
    const [first = '', ...rest] = relationships;
    let parent = columns.find((known) => known.columnName === first);
    if (!parent) {
        parent = { ...column(first), foreignKeyName: null };
        columns.push(parent);
    }
    if (rest.length > 0) addJoined(parent.joinColumns, rest, field);
    else parent.joinColumns.push(column(field));
}

function fieldColumn(result: QueryResult, name: string): ColumnMetadata {
    const field = result.object.fields.find((known) => known.name.toLowerCase() === name.toLowerCase());
    if (!field) return column(name);
    const number = NUMBERS.has(field.type);
    return {
        ...column(field.name),
        booleanType: field.type === 'boolean',
        custom: field.custom,
        displayName: field.label,
        insertable: field.createable,
        numberType: number,
        textType: !number && field.type !== 'boolean',
        updatable: field.updateable
    };
}

function column(name: string): ColumnMetadata {
    return {
        aggregate: false,
        apexType: null,
        booleanType: false,
        columnName: name,
        custom: false,
        displayName: name,
        foreignKeyName: null,
        insertable: false,
        joinColumns: [],
        numberType: false,
        textType: true,
        updatable: false
    };
}
