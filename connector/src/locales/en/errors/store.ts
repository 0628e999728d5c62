export const STORE_ERRORS = {
    'STORE-NO-BINARIES': {
        sentence: 'There is no private PostgreSQL for this machine ({seen}).',
        action: 'Set DATABASE_URL to a PostgreSQL 14 or later: postgres://user:password@host:5432/quo.'
    },
    'STORE-NOT-STARTED': {
        sentence: 'The private PostgreSQL did not start: {seen}',
        action: 'Read the log that is named, free the disk or the folder, and start again; or set DATABASE_URL.'
    },
    'STORE-ROOT-FOLDER': {
        sentence: 'As root, PostgreSQL runs as another user, who cannot reach the data folder; {seen} is used instead.',
        action: 'Nothing to do; or set DATA_DIR to a folder that every user may pass through.'
    },
    'STORE-FOLDER': {
        sentence: 'The data folder cannot be used: {seen}',
        action: 'Set DATA_DIR to a folder that the connector’s user may write to, on a disk with free space.'
    },
    'STORE-NO-USER': {
        sentence: 'PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody.',
        action: 'Start the connector as an ordinary user, or set DATABASE_URL.'
    },
    'STORE-PATH-TOO-LONG': {
        sentence: 'The data folder’s path is too long for the database’s socket: {seen}',
        action: 'Set DATA_DIR to a folder with a path under 80 characters.'
    },
    'STORE-MAJOR': {
        sentence: 'The data folder was made by PostgreSQL {seen}, and this version brings another.',
        action: 'Start the version of the connector that made it, or set DATA_DIR to an empty folder.'
    },
    'STORE-UNREACHABLE': {
        sentence: 'The database cannot be reached: {seen}',
        action: 'Check DATABASE_URL, that the server is up, and that this machine and user may connect.'
    },
    'STORE-STARTUP-PARAMETER': {
        sentence: 'The pooler in front of the database refuses the parameter {seen} of DATABASE_URL.',
        action: 'Take it out of DATABASE_URL and set it for the database’s user (ALTER ROLE … SET …); or, where it may be left out of account, name it in the pooler’s ignore_startup_parameters.'
    },
    'STORE-VERSION': {
        sentence: 'The database is PostgreSQL {seen}; the connector needs 14 or later.',
        action: 'Set DATABASE_URL to a PostgreSQL 14 or later.'
    },
    'STORE-MIGRATION-ALTERED': {
        sentence: 'The database was made by a migration whose file is another now: {seen}.',
        action: 'Install the connector’s files again as they were released. To change the database, add a new migration.'
    },
    'STORE-LATER': {
        sentence: 'The database was changed by a later version of the connector: {seen}.',
        action: 'Start that version. To go back to an earlier one, restore the backup that was made before the upgrade.'
    },
    'STORE-SECRET-KEY': {
        sentence: 'SECRET_KEY cannot be used: {seen}',
        action: 'Give 32 random bytes in base64: the command openssl rand -base64 32 makes them.'
    },
    'STORE-OTHER-KEY': {
        sentence: 'The stored secrets were locked with another SECRET_KEY.',
        action: 'Give the SECRET_KEY that was used before. If it is lost, nothing that is stored can be read: begin with an empty database, and connect Salesforce and Quo again.'
    },
    'STORE-SECRET-DAMAGED': {
        sentence: 'A stored secret was changed outside the connector ({seen}) and is refused.',
        action: 'Connect Salesforce or Quo again, so that the secret is stored anew.'
    }
} as const;
