import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration as TypeORM runs it, from hand-written SQL. `name` ends in its timestamp, by which they are ordered. */
export interface SqlMigration {
  up: string;
  down: string;
}

/** The class that TypeORM wants for a migration called `<what><timestamp>`. */
export function toMigrationClass(name: string, sql: SqlMigration): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;
    readonly transaction = true;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql.up);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(sql.down);
    }
  };
}
