/**
 * The text of every query, and nothing else. Fields are given plain aliases, so that what comes back reads alike with
 * and without a namespace. Values are written as JSON strings, which GraphQL reads the same way.
 */
export { timelineQuery, SONA_NODE, TASK_NODE, type Branches } from './timeline';
export { periodStart, sonaWhere, taskWhere, type Moment, type Scope } from './timelineFilters';
export { answersQuery } from './sonaAnswers';
export { unmatchedQuery } from './unmatchedActivities';
export { peopleQuery, usersQuery } from './recordSearch';
