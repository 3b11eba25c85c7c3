/** Whoever tells of badges finds those who have left a chat, too: that it has gone from their list is told to them. */
export const up = `
ALTER POLICY chat_tells_badges ON access.membership USING (active OR scope_id <> workspace_id);
`;

export const down = `
ALTER POLICY chat_tells_badges ON access.membership USING (active);
`;
