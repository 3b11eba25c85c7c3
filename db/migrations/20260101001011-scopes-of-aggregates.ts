/** All events of an aggregate belong to the scope of its first: who reads one reads all. */
export const up = `
SET LOCAL ROLE tributary_owner;
CREATE FUNCTION event.refuse_other_scope() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  v_refused text;
BEGIN
  SELECT a.type INTO v_refused FROM added a
  JOIN event.store f ON f.aggregate_type = a.aggregate_type AND f.aggregate_id = a.aggregate_id AND f.version = 1
  WHERE f.scope_id <> a.scope_id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% belongs to another scope than its aggregate', v_refused USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION event.refuse_other_scope() FROM PUBLIC;
CREATE TRIGGER refuse_other_scope AFTER INSERT ON event.store
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION event.refuse_other_scope();
RESET ROLE;
`;

export const down = `
DROP TRIGGER refuse_other_scope ON event.store;
DROP FUNCTION event.refuse_other_scope();
`;
