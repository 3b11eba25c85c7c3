interface Sample {
  query: string;
  /** JSON text. The page fills empty ids with what the answer of the first sample names. */
  variables?: string;
}

const variables = (values: Record<string, string>) => JSON.stringify(values, null, 2);
const CHAT_HINT = '# chatId is a channel; Start shows others.\n';
const BOARD_HINT = '# boardId is a board; Start shows others.\n';

/**
 * Operations to begin with, one per tab; those that a schema does not have are left out. Reading comes before writing:
 * whoever sends has read. Lines are as short as the editor is narrow.
 */
export const SAMPLES: readonly Sample[] = [
  {
    query: `# Who you are, and where: Ctrl-Enter runs it.
# The other tabs use ids of this answer.
query Start {
  viewer {
    username
    displayName
    memberships(first: 5) {
      nodes {
        role
        workspace {
          id
          slug
          name
          chats(last: 10) {
            nodes { id name kind }
          }
          boards(first: 5) {
            nodes { id name }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `${CHAT_HINT}query ReadChat($chatId: ID!) {
  chat(id: $chatId) {
    name
    messages(last: 20) {
      nodes {
        id
        author { displayName }
        body
        reactions {
          emoji
          count
          viewerHasReacted
        }
        replyCount
        replies(last: 5) {
          nodes {
            author { displayName }
            body
          }
        }
        tagResults { tag applied text }
        createdAt
      }
    }
  }
}
`,
    variables: variables({ chatId: '' }),
  },
  {
    query: `# Your chats, the liveliest first, and what is
# unread in them.
query Sidebar($workspaceId: ID!) {
  workspace(id: $workspaceId) {
    unreadCount
    sidebar(first: 20) {
      nodes {
        id
        name
        kind
        lastMessage {
          author { displayName }
          bodyText
        }
        viewerState {
          unreadCount
          mentionCount
          isMuted
        }
      }
    }
  }
}
`,
    variables: variables({ workspaceId: '' }),
  },
  {
    query: `# The last word finds what begins so.
query Search(
  $workspaceId: ID!
  $words: String!
) {
  workspace(id: $workspaceId) {
    searchMessages(query: $words, first: 10) {
      nodes {
        rank
        message {
          chat { name }
          author { displayName }
        }
        highlights {
          segments { text isMatch }
        }
      }
    }
  }
}
`,
    variables: variables({ workspaceId: '', words: 'release' }),
  },
  {
    query: `${CHAT_HINT}# Its tag lines make a task on the board.
mutation Send($chatId: ID!, $body: String!) {
  sendMessage(
    input: { chatId: $chatId, body: $body }
  ) {
    message { id body }
    userErrors { code message path }
  }
}
`,
    variables: variables({ chatId: '', body: 'Kick-off\n#task Implement OAuth\n#priority High' }),
  },
  {
    query: `# Run this, then Send in a second window:
# choosing another tab here would end it.
# The newest event is shown.
subscription FollowChat($chatId: ID!) {
  chatEvents(chatId: $chatId) {
    cursor
    event {
      __typename
      ... on MessageSent {
        message { body author { displayName } }
      }
      ... on MessageTagsResolved {
        tagResults { tag applied text }
      }
    }
  }
}
`,
    variables: variables({ chatId: '' }),
  },
  {
    query: `${BOARD_HINT}query ReadBoard($boardId: ID!) {
  board(id: $boardId) {
    name
    columns {
      name
      tasks(first: 20) {
        nodes {
          key
          title
          status
          assignee { displayName }
          sourceChat { name }
        }
      }
    }
  }
}
`,
    variables: variables({ boardId: '' }),
  },
  {
    query: `# Run this, then Send in a second window.
subscription FollowBoard($boardId: ID!) {
  boardEvents(boardId: $boardId) {
    cursor
    event {
      __typename
      ... on TaskCreated {
        task { key title status }
      }
      ... on TaskUpdated {
        changedFields
        task { key title status priority }
      }
      ... on TaskMoved {
        task { key title status }
      }
    }
  }
}
`,
    variables: variables({ boardId: '' }),
  },
  {
    query: `# What you were told of, and where to go on.
query ReadInbox {
  viewer {
    inboxCursor
    notifications(first: 20) {
      unreadCount
      nodes {
        id
        kind
        readAt
        actor { displayName }
        subject {
          __typename
          ... on Message { body }
          ... on Task { key title }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Run this, then have somebody write @ and your
# username in a chat of yours.
subscription FollowInbox {
  inboxEvents {
    cursor
    event {
      __typename
      ... on NotificationCreated {
        notification {
          kind
          actor { displayName }
          subject {
            ... on Message { body }
          }
        }
      }
      ... on NotificationRead {
        notificationIds
      }
    }
  }
}
`,
  },
  {
    query: `# Where you are signed in. End one with
# revokeSession(input: { id: … }).
query Sessions {
  viewer {
    sessions(isActive: true, first: 20) {
      nodes {
        id
        device
        ipAddress
        lastSeenAt
        isCurrent
      }
    }
  }
}
`,
  },
  {
    query: `# For owners and admins. The token is shown
# once; others join with
# joinWorkspace(input: { token: … }).
mutation Invite($workspaceId: ID!) {
  createInvite(
    input: {
      workspaceId: $workspaceId
      role: MEMBER
      maxUses: 5
    }
  ) {
    token
    invite {
      workspaceName
      role
      usesLeft
      expiresAt
    }
    userErrors { code message path }
  }
}
`,
    variables: variables({ workspaceId: '' }),
  },
];
