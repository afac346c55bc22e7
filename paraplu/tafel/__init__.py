"""The Jeugdbeschermingstafel: from the request to the session, its report and what follows."""
