UPDATE changes SET
    old = json_replace(old, '$.name', '', '$.role', '', '$.email', '', '$.phone', ''),
    new = json_replace(new, '$.name', '', '$.role', '', '$.email', '', '$.phone', '')
WHERE table_name = 'people' AND key = json_object('id', hex(:person))
